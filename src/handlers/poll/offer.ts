import { busyTimes, pollContext } from '../../actions/poll/poll-facts.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { HALVES, halfOf, MOST_DAYS, overlapsAny, startInHalf } from '../../domain/poll/offer-days.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { offerDay } from '../../store/poll/polls.ts'
import { fieldFaults, replace } from '../answer.ts'
import { command } from '../command.ts'
import { choice, date, optional, shortText, timeText } from '../fields.ts'
import { draftToOrganise } from './arguments.ts'
import { tooEarly, tooFar } from './day-faults.ts'
import { draftCard } from './draft-card.ts'

/** The button of a draft: offers a day of the organiser's own, in the morning or the afternoon, or at an hour. */
export const addPollDay = command('meeting.offer', {
  hidden: true,
  permission: 'poll.open',
  args: { poll: draftToOrganise },
  form: {
    date: date(),
    half: choice({ values: HALVES, labels: (t) => t.polls.halves }),
    time: optional(shortText({ maxLength: 20, schema: timeText })),
  },
  open: ({ args: { poll }, words }) => ({
    intro: words.intro(poll.poll.title, poll.poll.durationMinutes),
    initial: { half: 'afternoon' },
  }),
  submit: async ({ args, values, words, ...call }) => {
    const { scope, region, language } = call
    const { poll, days, required } = args.poll
    const { half, time } = values
    if (days.length >= MOST_DAYS) throw fieldFaults({ date: words.full(MOST_DAYS) })
    const why = tooEarly(call, values.date, poll.deadline) ?? tooFar(call, values.date)
    if (why !== undefined) throw fieldFaults({ date: why })
    if (time && halfOf(time) !== half) throw fieldFaults({ time: words.otherHalf })
    const dayBegins = values.date.toZonedDateTime(region.timeZone)
    const dayEnds = dayBegins.add({ days: 1 }).toInstant()
    const who = { bodyId: poll.bodyId, required }
    const busy = await busyTimes(scope, region, who, dayBegins.toInstant(), dayEnds)
    const minutes = poll.durationMinutes
    const startsAt = time
      ? dayBegins.withPlainTime(time).toInstant()
      : startInHalf(calendarOf(region), values.date, { half, minutes }, busy)
    if (!startsAt) throw fieldFaults({ half: words.noRoom })
    const lasting = (from: Temporal.Instant) => ({ from, to: from.add({ minutes }) })
    const same = days.find((day) => overlapsAny(lasting(startsAt), [lasting(day.startsAt)]))
    if (same) {
      const when = same.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
      throw fieldFaults({ [time ? 'time' : 'date']: words.twice(writeDateTime(when, language)) })
    }
    await offerDay(scope, poll.id, startsAt)
    return replace(await draftCard(call, await pollContext(scope, region, poll)))
  },
})
