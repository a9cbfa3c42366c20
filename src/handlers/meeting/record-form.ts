import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { isSameFollowUp } from '../../actions/followup/follow-ups-of-record.ts'
import type { CaseFacts } from '../../domain/case/permission.ts'
import { givenInMeeting } from '../../domain/followup/permission.ts'
import { officeName } from '../../domain/region/names.ts'
import { askerOf, rosterOf } from '../../domain/region/roster.ts'
import type { ItemFollowUp, ItemRecord } from '../../store/meeting/meeting-runs.ts'
import { Refused } from '../answer.ts'
import type { Call } from '../call.ts'
import { choice, date, type FieldValues, longText, optional, shortText } from '../fields.ts'

const what = optional(shortText({ maxLength: 80 }))
const who = optional(choice())
const by = optional(date())

/** What is recorded of an item: what was decided, and up to three follow-ups. */
export const recordForm = {
  decision: optional(longText({ maxLength: 300 })),
  what1: what,
  who1: who,
  by1: by,
  what2: what,
  who2: who,
  by2: by,
  what3: what,
  who3: who,
  by3: by,
}

export type RecordValues = FieldValues<typeof recordForm>

/** `supportCase`: of the item; offered are those of the roster to whom its follow-ups may go. */
export const recordChoices = (
  { region }: Call,
  { body, startsAt }: MeetingContext,
  supportCase: CaseFacts | null,
  record: ItemRecord | undefined,
) => {
  const on = startsAt.toPlainDate()
  const roster = new Set(rosterOf(region, body.id, on))
  const chosen = new Set(record?.followUps.map(({ memberId }) => memberId))
  const choices = region.members
    .filter(({ id }) => roster.has(id))
    .filter(
      (member) =>
        chosen.has(member.id) ||
        givenInMeeting(askerOf(member, on), supportCase, body.disclosure) !== undefined,
    )
    .map(({ id, name, office }) => ({
      value: id,
      label: name,
      detail: office && officeName(region, office),
    }))
  return { who1: choices, who2: choices, who3: choices }
}

export const recordInitial = (record: ItemRecord | undefined): Record<string, string | undefined> => {
  const initial: Record<string, string | undefined> = { decision: record?.decision }
  for (const [index, { memberId, what, dueOn }] of (record?.followUps ?? []).entries())
    Object.assign(initial, {
      [`what${index + 1}`]: what,
      [`who${index + 1}`]: memberId,
      [`by${index + 1}`]: dueOn,
    })
  return initial
}

/**
 * Reads the form. Refuses a follow-up that lacks who, what or by when, and one for somebody to
 * whom the body may not give it. What stands as it was recorded before is left alone. A follow-up keeps its id when it is rewritten.
 */
export const readRecord = (
  { region, text }: Call,
  values: RecordValues,
  { context, supportCase }: { context: MeetingContext; supportCase: CaseFacts | null },
  before: ItemRecord | undefined,
): ItemRecord => {
  const words = text.liveMeeting.record
  const heldOn = context.startsAt.toPlainDate()
  const roster = rosterOf(region, context.body.id, heldOn)
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
    const one = { memberId: who, what, dueOn: by.toString() }
    const member = region.members.find(({ id }) => id === who && roster.includes(id))
    const how = member && givenInMeeting(askerOf(member, heldOn), supportCase, context.body.disclosure)
    if (how === undefined && !before?.followUps.some((was) => isSameFollowUp(was, one)))
      faults[`who${number}`] = member ? words.whoNotOfCase : words.whoMissing
    lines.push({ line: number, ...one })
  }
  if (Object.keys(faults).length > 0)
    throw new Refused({ faults: { general: text.answers.form.general, fields: faults } }, false)
  return { decision: values.decision, followUps: matchedFollowUps(lines, before) }
}

type Line = ItemFollowUp & { line: number }

/**
 * Matches lines to the follow-ups of the record before: first by the same words and member, else by the same line,
 * unless those words stand on another line now.
 */
const matchedFollowUps = (lines: readonly Line[], before: ItemRecord | undefined): ItemFollowUp[] => {
  const given = before?.followUps ?? []
  const isAlike = (one: ItemFollowUp) => (other: ItemFollowUp) =>
    other.memberId === one.memberId && other.what === one.what
  const rewritten = (line: number) => {
    const was = given[line - 1]
    return was && !lines.some(isAlike(was)) ? was : undefined
  }
  return lines.map(({ line, ...one }) => ({
    ...one,
    followUpId: (given.find(isAlike(one)) ?? rewritten(line))?.followUpId,
  }))
}
