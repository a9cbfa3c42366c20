import { z } from 'zod'
import { feeRecords } from '../../actions/figures/fee-records.ts'
import { meetingRecords } from '../../actions/meeting/meeting-records.ts'
import { refusalCard } from '../../cards/answer.ts'
import { exportedCard } from '../../cards/minutes.ts'
import { recordWorkbook } from '../../documents/workbook/record-workbook.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import { officeName } from '../../domain/region/names.ts'
import { monthText } from '../fields.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { WORKBOOK } from './paper-files.ts'

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

/** One office alone: for the centre, which otherwise gets them all. */
const officeOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.recordsOffice,
  suggest: async ({ region, asker }, typed) =>
    region.offices
      .filter(({ id, name }) => name.includes(typed.trim()) && mayExport(asker, id))
      .map(({ id, name }) => ({ value: id, label: name })),
}

const mayExport = (asker: BaseCall['asker'], officeId: string): boolean =>
  asker.roles.includes('coordinator') || asker.officeId === officeId

/** `/meeting export [month] [office]`: what the fee rules ask to be kept of a month, as .xlsx. */
export const exportRecords = command({
  id: 'meeting.export',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.export.verb,
    description: (t) => t.commands.meeting.export.description,
  },
  permission: 'meeting.export',
  options: { month: monthOption, office: officeOption },
  run: async (call) => {
    const { scope, region, asker, today, now, language, text } = call
    const words = text.records
    const month = call.options.month ?? today.toPlainYearMonth()
    const named = writeMonth(month, language)
    const office = officeFor(call, call.options.office)
    if (!office.ok) return office.refusal
    if (Temporal.PlainYearMonth.compare(month, today.toPlainYearMonth()) > 0) return refuse(words.none(named))
    const wanted = { month, officeId: office.id, now }
    const { meetings, read: minutes } = await meetingRecords(scope, region, asker, wanted)
    const { records: kept, read } = await feeRecords(scope, region, asker, wanted)
    if (meetings.length + kept.guidance.length + kept.monitoring.length === 0)
      return refuse(words.none(named))
    for (const meetingId of minutes) call.note('read', 'minutes', meetingId)
    for (const { kind, id } of read) call.note('read', kind, id)
    if (kept.monitoring.length > 0)
      call.note('read', 'monitoring-list', office.id ?? asker.officeId ?? region.id)
    const organiser = region.offices.find(({ kind }) => kind === 'core')?.name ?? region.name
    const records = { ...kept, month, region, organiser, meetings }
    const of = office.id === undefined ? undefined : officeName(region, office.id)
    const heading = of === undefined ? words.heading(named) : words.headingOf(named, of)
    return {
      kind: 'say',
      card: exportedCard('meeting.exported', heading, words.note(region.settings.minutesYears)),
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

const refuse = (heading: string): Outcome => ({
  kind: 'refuse',
  card: refusalCard('meeting.refused', heading),
})

const plain = (name: string): string => name.normalize('NFKC').replaceAll(' ', '')

const only = <One>(found: readonly One[]): One | undefined => (found.length === 1 ? found[0] : undefined)

/** The office that was named, by its id, its name or a part of it that no other has; none where all were meant. */
const officeFor = (
  { region, asker, text }: BaseCall,
  named: string | undefined,
): { ok: true; id: string | undefined } | { ok: false; refusal: Outcome } => {
  if (named === undefined) return { ok: true, id: undefined }
  const alike = region.offices.filter(({ id, name }) => id === named || plain(name).includes(plain(named)))
  const office = alike.find(({ id, name }) => id === named || name === named) ?? only(alike)
  if (!office) return { ok: false, refusal: refuse(text.records.unknownOffice(named)) }
  if (mayExport(asker, office.id)) return { ok: true, id: office.id }
  return { ok: false, refusal: refuse(text.records.otherOffice) }
}
