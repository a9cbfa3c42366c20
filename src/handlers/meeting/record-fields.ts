import type { MeetingFile } from '../../actions/agenda/agenda-facts.ts'
import type { FormFaults } from '../../bot/form.ts'
import { officeName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { ItemFollowUp, ItemRecord } from '../../store/meeting/meeting-runs.ts'
import { dateText } from '../fields.ts'
import type { BaseCall } from '../legacy/command.ts'
import { choice, date, longText, optional, shortText } from '../legacy/field.ts'

const what = (number: number) =>
  optional(shortText<string>({ words: (t) => t.liveMeeting.record.fields.what(number), maxLength: 80 }))
const who = (number: number) =>
  optional(choice<string>({ words: (t) => t.liveMeeting.record.fields.who(number) }))
const by = (number: number) =>
  optional(date({ words: (t) => t.liveMeeting.record.fields.by(number), schema: dateText }))

/** What is recorded of an item: what was decided, and up to three follow-ups. */
export const recordFields = {
  decision: optional(longText({ words: (t) => t.liveMeeting.record.fields.decision, maxLength: 300 })),
  what1: what(1),
  who1: who(1),
  by1: by(1),
  what2: what(2),
  who2: who(2),
  by2: by(2),
  what3: what(3),
  who3: who(3),
  by3: by(3),
}

type Day = Temporal.PlainDate | undefined
type Text = string | undefined
export type RecordValues = {
  decision: Text
  what1: Text
  who1: Text
  by1: Day
  what2: Text
  who2: Text
  by2: Day
  what3: Text
  who3: Text
  by3: Day
}

export const recordChoices = ({ region }: BaseCall, file: MeetingFile) => {
  const roster = new Set(rosterOf(region, file.body.id))
  const choices = region.members
    .filter(({ id }) => roster.has(id))
    .map(({ id, name, office }) => ({
      value: id,
      label: name,
      ...(office === undefined ? {} : { detail: officeName(region, office) }),
    }))
  return { who1: choices, who2: choices, who3: choices }
}

export const recordInitial = (record: ItemRecord | undefined): Record<string, string | undefined> => ({
  decision: record?.decision,
  ...Object.fromEntries(
    (record?.followUps ?? []).flatMap(({ memberId, what, dueOn }, index) => [
      [`what${index + 1}`, what],
      [`who${index + 1}`, memberId],
      [`by${index + 1}`, dueOn],
    ]),
  ),
})

type RecordRead = { ok: true; record: ItemRecord } | { ok: false; faults: FormFaults }

/** A follow-up has all three: who, what, by when. What was a follow-up already stays the same one, also rewritten. */
export const readRecord = (
  { text }: BaseCall,
  values: RecordValues,
  heldOn: Temporal.PlainDate,
  before: ItemRecord | undefined,
): RecordRead => {
  const words = text.liveMeeting.record
  const faults: Record<string, string> = {}
  const lines: Line[] = []
  for (const number of [1, 2, 3] as const) {
    const [what, who, by] = [values[`what${number}`], values[`who${number}`], values[`by${number}`]]
    if (what === undefined && who === undefined && by === undefined) continue
    if (what === undefined) faults[`what${number}`] = words.whatMissing
    if (who === undefined) faults[`who${number}`] = words.whoMissing
    if (by === undefined) faults[`by${number}`] = words.byMissing
    else if (Temporal.PlainDate.compare(by, heldOn) < 0) faults[`by${number}`] = words.byPast
    if (what === undefined || who === undefined || by === undefined) continue
    lines.push({ line: number, memberId: who, what, dueOn: by.toString() })
  }
  if (Object.keys(faults).length > 0)
    return { ok: false, faults: { general: text.answers.form.general, fields: faults } }
  const { decision } = values
  const followUps = keptTheSame(lines, before)
  return { ok: true, record: { ...(decision === undefined ? {} : { decision }), followUps } }
}

type Line = ItemFollowUp & { line: number }

/**
 * Each is the follow-up with the same words and doer, or else the one that stood on its line before, unless that one's
 * words are on another line now.
 */
const keptTheSame = (lines: readonly Line[], before: ItemRecord | undefined): ItemFollowUp[] => {
  const given = before?.followUps ?? []
  const isAlike = (one: ItemFollowUp) => (other: ItemFollowUp) =>
    other.memberId === one.memberId && other.what === one.what
  const rewritten = (line: number) => {
    const was = given[line - 1]
    return was && !lines.some(isAlike(was)) ? was : undefined
  }
  return lines.map(({ line, ...one }) => {
    const followUpId = (given.find(isAlike(one)) ?? rewritten(line))?.followUpId
    return { ...one, ...(followUpId === undefined ? {} : { followUpId }) }
  })
}
