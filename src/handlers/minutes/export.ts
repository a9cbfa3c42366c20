import { changeText, exportedCard } from '../../cards/minutes.ts'
import { minutesSheet } from '../../cards/minutes-paper.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { minutesPaper } from '../../domain/minutes/minutes-content.ts'
import type { MinutesPaper } from '../../domain/minutes/minutes-paper.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { paperFiles } from '../meeting/paper-files.ts'
import { meetingNamed } from '../meeting/which-meeting.ts'
import { type FoundMinutes, versionLines, whichMinutes } from './which-minutes.ts'

const NEXT_WITHIN_HOURS = 24 * 400

/** `/minutes export [meeting]`: the minutes as the files a municipality keeps: Word, PDF and Markdown. */
export const exportMinutes = command({
  id: 'minutes.export',
  words: {
    noun: (t) => t.commands.minutes.noun,
    verb: (t) => t.commands.minutes.export.verb,
    description: (t) => t.commands.minutes.export.description,
  },
  permission: 'minutes.read',
  options: { meeting: meetingNamed },
  run: async (call) => {
    const found = await whichMinutes(call, call.options.meeting)
    if (!found.ok) return found.refusal
    const { series, startsAt, meeting } = found.file
    const after = meeting.startsAt.add({ minutes: 1 })
    const [next] = await meetingsBetween(call.scope, after, after.add({ hours: NEXT_WITHIN_HOURS }), [
      series.id,
    ])
    const date = startsAt.toPlainDate()
    const words = call.text.minutes.exported
    return {
      kind: 'say',
      card: exportedCard(
        'minutes.exported',
        words.heading(series.name, writeDate(date, call.language)),
        words.note,
      ),
      files: await paperFiles(
        `minutes-${date}`,
        minutesSheet(paperOf(call, found, next), call.language, call.text),
        words.files,
      ),
    }
  },
})

const paperOf = (
  call: BaseCall,
  { file, content, versions, mayWrite }: FoundMinutes,
  next: Meeting | undefined,
): MinutesPaper => {
  const { region, text, now } = call
  const { presences } = text.attendance.card
  const lines = versionLines(call, versions)
  const [latest] = lines
  return minutesPaper(
    content,
    {
      title: { fiscalYear: file.fiscalYear, ordinal: file.ordinal, body: file.series.name },
      holdsCases: file.body.disclosure !== 'topics' || mayWrite,
      version: latest?.version ?? 1,
      corrections: lines
        .filter(({ version }) => version > 1)
        .toReversed()
        .map((line) => ({
          version: line.version,
          on: line.on,
          by: line.by,
          what: changeText(line, text),
        })),
      approval: latest?.approved,
      next: next && nextOf(call, file, next),
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

const nextOf = ({ region }: BaseCall, { series }: FoundMinutes['file'], { startsAt }: Meeting) => ({
  startsAt: startsAt.toZonedDateTimeISO(region.timeZone),
  place: series.place,
})
