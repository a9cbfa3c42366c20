import { refusalCard } from '../../cards/answer.ts'
import { exportedCard } from '../../cards/minutes.ts'
import { recordWorkbook } from '../../documents/workbook/record-workbook.ts'
import { writeMonth } from '../../domain/date-text/write-date.ts'
import { meetingRecords } from '../../store/meeting-records.ts'
import { command, type Option } from '../command.ts'
import { monthText } from '../date-field.ts'
import { WORKBOOK } from '../paper-files.ts'

/** As far back as a month's records are usually asked for. */
const MONTHS_BACK = 13

const monthOption: Option<Temporal.PlainYearMonth> = {
  schema: monthText,
  required: false,
  words: (t) => t.commands.options.month,
  suggest: async ({ today, language }, typed) =>
    Array.from({ length: MONTHS_BACK }, (_, back) => today.toPlainYearMonth().subtract({ months: back }))
      .map((month) => ({ value: month.toString(), label: writeMonth(month, language) }))
      .filter(({ value, label }) => `${value} ${label}`.includes(typed.trim())),
}

/** `/meeting export [month]`: what the fee rules ask to be kept of a month's meetings, as .xlsx. */
export const exportRecords = command({
  id: 'meeting.export',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.export.verb,
    description: (t) => t.commands.meeting.export.description,
  },
  permission: 'meeting.export',
  options: { month: monthOption },
  run: async (call) => {
    const { scope, region, asker, today, now, language, text } = call
    const month = call.options.month ?? today.toPlainYearMonth()
    const { records, read } = await meetingRecords(scope, region, asker, month, now)
    const words = text.minutes.records
    const named = writeMonth(month, language)
    if (records.meetings.length === 0)
      return { kind: 'refuse', card: refusalCard('meeting.refused', words.none(named)) }
    for (const meetingId of read) call.note('read', 'minutes', meetingId)
    return {
      kind: 'say',
      card: exportedCard('meeting.exported', words.heading(named), words.note(region.settings.minutesYears)),
      files: [
        {
          name: `meetings-${month}.xlsx`,
          mediaType: WORKBOOK,
          bytes: await recordWorkbook(records, language, text),
          alt: words.alt(named),
        },
      ],
    }
  },
})
