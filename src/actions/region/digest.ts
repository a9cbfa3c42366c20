import { button } from '../../bot/card.ts'
import { section } from '../../cards/digest/parts.ts'
import { seriesWithAgenda } from '../../domain/agenda/which-agenda.ts'
import { addBusinessDays } from '../../domain/calendar/working-calendar.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { bodyName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { termEnds } from '../../domain/region/term-ends.ts'
import { lastAgendaBefore } from '../../store/agenda/agendas.ts'
import { nextMeetingOf } from '../../store/meeting/meetings.ts'
import { digestSection, type Inquiry } from '../digest/section.ts'

/** So long before a term ends the next members are looked for and appointed (委嘱). */
const NOTICE_BUSINESS_DAYS = 60

/** Terms whose day to be told of fell between the last morning and this; asked for, all that are to come. */
const endsToTell = async ({ region, morning }: Inquiry) => {
  const { today, since, calendar, asked = false } = morning
  const ahead = (day: Temporal.PlainDate) => addBusinessDays(calendar, day, NOTICE_BUSINESS_DAYS) ?? day
  return termEnds(region, asked ? today : ahead(since).add({ days: 1 }), ahead(today)).map((one) => ({
    ...one,
    body: bodyName(region, one.bodyId),
  }))
}

/** Section for a coordinator, 60 business days ahead: whose term ends, and which body. */
export const termsEnding = digestSection({
  name: 'terms-ending',
  exists: ({ isReadBy, region }) =>
    isReadBy('coordinator') &&
    region.bodies.some(({ until, term, members }) => until || term || members.some((seat) => seat.until)),
  load: endsToTell,
  forReader: (ends, { coordinates }) => (coordinates ? ends : []),
  card: (ends, { text, language, nameOf }) =>
    section(
      text.digest.termsEnding.title,
      ends.map(({ body, ends: day, members }) => ({
        text: text.digest.termsEnding.line(body, writeDate(day, language)),
        detail:
          members.length === 0
            ? text.digest.termsEnding.ofBody
            : members.map(nameOf).join(text.answers.listSeparator),
      })),
    ),
})

type NewPlace = {
  body: string
  purpose?: string
  newcomers: readonly string[]
  next?: Temporal.PlainDate
  /** Of the last agenda that went out. */
  agenda?: string
}

/** Bodies that somebody sits on this morning who did not at the last. */
const newPlaces = async ({ scope, region, morning, now }: Inquiry): Promise<NewPlace[]> => {
  const places: NewPlace[] = []
  for (const { id, name, purpose } of region.bodies) {
    const before = rosterOf(region, id, morning.since)
    const newcomers = rosterOf(region, id, morning.today).filter((one) => !before.includes(one))
    if (newcomers.length === 0) continue
    const [series] = region.series.filter(({ body }) => body === id)
    const next = series && (await nextMeetingOf(scope, series.id, now))
    const agenda = await lastAgendaBefore(scope, seriesWithAgenda(region, id), now)
    places.push({
      body: name,
      purpose,
      newcomers,
      next: next?.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate(),
      agenda: agenda?.meetingId,
    })
  }
  return places
}

/** 着任された方へ: on the first morning of somebody's term, what they need for each body they now sit on. */
export const welcome = digestSection({
  name: 'welcome',
  exists: ({ region, morning }) =>
    !morning.asked &&
    (region.members.some(({ since }) => since) ||
      region.bodies.some(({ members }) => members.some((seat) => 'rota' in seat || seat.since))),
  load: newPlaces,
  forReader: (places, { id }) => places.filter(({ newcomers }) => newcomers.includes(id)),
  card: (places, { text, language }) => {
    const words = text.digest.welcome
    const lines = places.map(({ body, purpose, next, agenda }) => ({
      text: body,
      detail: [purpose, next && words.next(writeDate(next, language))].filter(Boolean).join('\n'),
      button: agenda ? button(words.agenda, 'agenda.show', { meeting: agenda }) : undefined,
    }))
    return section(words.title, lines)
  },
})
