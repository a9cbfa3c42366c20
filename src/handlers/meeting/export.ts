import { feeRecords } from '../../actions/figures/fee-records.ts'
import { meetingRecords } from '../../actions/meeting/meeting-records.ts'
import { exportedCard } from '../../cards/minutes.ts'
import { recordWorkbook } from '../../documents/workbook/record-workbook.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import { mayExportOffice } from '../../domain/meeting/permission.ts'
import { refuse, say } from '../answer.ts'
import { argument, nameText, typed } from '../arguments.ts'
import { command } from '../command.ts'
import { monthText } from '../fields.ts'
import { refused } from './arguments.ts'
import { WORKBOOK } from './paper-files.ts'

/** As far back as a month's records are usually asked for. */
const MONTHS_BACK = 13

const monthOption = typed(monthText, ({ today, language }, written) =>
  Array.from({ length: MONTHS_BACK }, (_, back) => today.toPlainYearMonth().subtract({ months: back }))
    .map((month) => ({ value: month.toString(), label: writeMonth(month, language) }))
    .filter(({ value, label }) => `${value} ${label}`.includes(written.trim())),
)

const plain = (name: string): string => name.normalize('NFKC').replaceAll(' ', '')

const only = <One>(found: readonly One[]): One | undefined => (found.length === 1 ? found[0] : undefined)

/** One office by its id, its name or a part of it that no other has; undefined where all were meant. */
const officeArgument = argument({
  options: {
    office: typed(nameText, ({ region, asker }, written) =>
      region.offices
        .filter(({ id, name }) => name.includes(written.trim()) && mayExportOffice(asker, id))
        .map(({ id, name }) => ({ value: id, label: name })),
    ),
  },
  resolve: ({ region, asker, text, found }, { office: named }) => {
    if (named === undefined) return undefined
    const alike = region.offices.filter(({ id, name }) => id === named || plain(name).includes(plain(named)))
    const office = alike.find(({ id, name }) => id === named || name === named) ?? only(alike)
    if (!office) throw refuse(refused(text.records.unknownOffice(named)))
    found('office', office.id)
    if (!mayExportOffice(asker, office.id)) throw refuse(refused(text.records.otherOffice))
    return office
  },
})

/** `/meeting export [month] [office]`: what the fee rules ask to be kept of a month, as .xlsx. */
export const exportRecords = command('meeting.export', {
  permission: 'meeting.export',
  args: { month: monthOption, office: officeArgument },
  run: async ({ args: { office, ...args }, ...call }) => {
    const { scope, region, asker, today, now, language, text } = call
    const words = text.records
    const { month = today.toPlainYearMonth() } = args
    const named = writeMonth(month, language)
    if (Temporal.PlainYearMonth.compare(month, today.toPlainYearMonth()) > 0)
      throw refuse(refused(words.none(named)))
    const wanted = { month, officeId: office?.id, now }
    const { meetings, read: minutes } = await meetingRecords(scope, region, asker, wanted)
    const { records: kept, read } = await feeRecords(scope, region, asker, wanted)
    if (meetings.length + kept.guidance.length + kept.monitoring.length === 0)
      throw refuse(refused(words.none(named)))
    for (const meetingId of minutes) call.note('read', 'minutes', meetingId)
    for (const { kind, id } of read) call.note('read', kind, id)
    if (kept.monitoring.length > 0)
      call.note('read', 'monitoring-list', office?.id ?? asker.officeId ?? region.id)
    const organiser = region.offices.find(({ kind }) => kind === 'core')?.name ?? region.name
    const context = {
      name: `meetings-${month}.xlsx`,
      mediaType: WORKBOOK,
      bytes: await recordWorkbook({ ...kept, month, region, organiser, meetings }, language, text),
      alt: words.alt(named),
    }
    const heading = office ? words.headingOf(named, office.name) : words.heading(named)
    return say(exportedCard('meeting.exported', heading, words.note(region.settings.minutesYears)), [context])
  },
})
