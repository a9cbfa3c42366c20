import { changeText, exportedCard } from '../../cards/minutes.ts'
import { minutesSheet } from '../../cards/minutes-paper.ts'
import type { Disclosed } from '../../domain/agenda/disclosure.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { minutesPaper } from '../../domain/minutes/minutes-content.ts'
import type { MinutesPaper } from '../../domain/minutes/minutes-paper.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { paperFiles } from '../meeting/paper-files.ts'
import { type MinutesToRead, minutesToRead } from './arguments.ts'
import { versionLines } from './view.ts'

const NEXT_WITHIN_HOURS = 24 * 400

/** `/minutes export [meeting]`: the minutes as the files a municipality keeps: Word, PDF and plain text. */
export const exportMinutes = command('minutes.export', {
  discloses: true,
  permission: 'minutes.read',
  args: { meeting: minutesToRead },
  run: async ({ args: { meeting: minutes }, ...call }) => {
    const { language, text } = call
    call.note('read', 'minutes', minutes.meeting.id)
    const date = minutes.startsAt.toPlainDate()
    const sheet = minutesSheet(await paperOf(call, minutes), language, text)
    const words = text.minutes.exported
    const heading = words.heading(minutes.series.name, writeDate(date, language))
    return say(
      exportedCard('minutes.exported', heading, words.note),
      await paperFiles(`minutes-${date}`, sheet, words.files),
    )
  },
})

const paperOf = async (call: Call, minutes: MinutesToRead): Promise<Disclosed<MinutesPaper>> => {
  const { region, text, now } = call
  const { fiscalYear, ordinal, series } = minutes
  const { presences } = text.attendance.card
  const lines = versionLines(call, minutes.versions)
  const [latest] = lines
  return minutesPaper(
    minutes.content,
    {
      title: { fiscalYear, ordinal, body: series.name },
      holdsCases: minutes.holdsCases,
      version: latest?.version ?? 1,
      corrections: lines
        .filter(({ version }) => version > 1)
        .toReversed()
        .map((line) => ({ version: line.version, on: line.on, by: line.by, what: changeText(line, text) })),
      approval: latest?.approved,
      next: await nextOf(call, minutes),
      issuedAt: now.toZonedDateTimeISO(region.timeZone),
      timeZone: region.timeZone,
    },
    {
      section: (section) => text.document.sections[section],
      online: (name) => text.minutes.absentee(name, presences.online),
      unconfirmed: text.minutes.unconfirmed,
    },
  )
}

const nextOf = async ({ scope, region }: Call, { meeting, series }: MinutesToRead) => {
  const after = meeting.startsAt.add({ minutes: 1 })
  const [next] = await meetingsBetween(scope, after, after.add({ hours: NEXT_WITHIN_HOURS }), [series.id])
  return next && { startsAt: next.startsAt.toZonedDateTimeISO(region.timeZone), place: series.place }
}
