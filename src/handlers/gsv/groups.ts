import { z } from 'zod'
import { isChanged } from '../../actions/gsv/digest.ts'
import { askedFor, awayOn, formSession, type GsvMeeting, willPresent } from '../../actions/gsv/gsv-forming.ts'
import { groupsView } from '../../actions/gsv/gsv-view.ts'
import { refusalCard } from '../../cards/answer.ts'
import { groupFaultSentence, groupsDraftCard, gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { gsvGroupsKind } from '../../domain/gsv/notices.ts'
import { memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { presentationsOf, writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { confirmGroups, type GsvSession, sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { bringForward } from '../../store/outbox/reminders.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { optionalMeeting } from '../legacy/options.ts'
import { seriesOption, sessionMeant, sessionName } from './find-session.ts'

const actOption: Option<'again' | 'confirm'> = {
  schema: z.enum(['again', 'confirm']),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.act,
}
const seenOption: Option<number> = {
  schema: z.coerce.number().int().min(0),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.seen,
}

/** `/gsv groups [series]`: the next session's groups, formed where there are none; formed again or confirmed by button. */
export const gsvGroups = command({
  id: 'gsv.groups',
  words: {
    noun: (t) => t.commands.gsv.noun,
    verb: (t) => t.commands.gsv.groups.verb,
    description: (t) => t.commands.gsv.groups.description,
  },
  permission: 'gsv.arrange',
  options: { series: seriesOption, meeting: optionalMeeting, seen: seenOption, act: actOption },
  run: async (call) => {
    const { scope, options } = call
    const meant = await sessionMeant(call, options)
    if (!meant.ok) return meant.refusal
    const { session } = meant
    const before = await sessionOf(scope, session.meeting.id)
    if (before && options.act && options.seen !== before.revision) return meanwhile(call)
    if (before && options.act === 'confirm') return confirm(call, session, before)
    if (before && options.act !== 'again') return draft(call, session, before)
    return form(call, session)
  },
})

const meanwhile = ({ text }: BaseCall): Outcome => ({
  kind: 'refuse',
  card: refusalCard('gsv.meanwhile', text.gsv.groups.meanwhile, text.gsv.groups.meanwhileNext),
})

const form = async (call: BaseCall, session: GsvMeeting): Promise<Outcome> => {
  const { scope, region, now, text } = call
  const absent = await awayOn(scope, session.date)
  const formed = await formSession(scope, region, session, absent, now)
  if (!formed.ok) {
    if (formed.fault.reason === 'meanwhile') return meanwhile(call)
    const why = groupFaultSentence(formed.fault, (id) => memberName(region, id), text)
    return { kind: 'refuse', card: refusalCard('gsv.impossible', text.gsv.groups.impossible, why) }
  }
  call.note('change', 'gsv-session', session.meeting.id)
  if (formed.session.confirmedAt) await postGroups(call, session)
  return draft(call, session, formed.session, formed.moved)
}

const confirm = async (call: BaseCall, session: GsvMeeting, before: GsvSession): Promise<Outcome> => {
  const { scope, asker, now, text } = call
  const confirmed = { confirmedBy: asker.memberId, confirmedAt: now }
  if (!(await confirmGroups(scope, session.meeting.id, before.revision, confirmed))) return meanwhile(call)
  call.note('change', 'gsv-session', session.meeting.id)
  await postGroups(call, session)
  const words = text.gsv.groups
  const card = gsvSaidCard('gsv.confirmed', words.done(sessionName(call, session)), words.doneNext)
  return { kind: 'say', card }
}

const postGroups = ({ scope, now }: BaseCall, { meeting }: GsvMeeting): Promise<void> =>
  bringForward(scope, gsvGroupsKind.due({ meeting: meeting.id }, now))

const draft = async (
  call: BaseCall,
  session: GsvMeeting,
  stored: GsvSession,
  moved = 0,
): Promise<Outcome> => {
  const { scope, region, language, text } = call
  const { meeting, series, date } = session
  const nameOf = (id: string) => memberName(region, id)
  const away = await awayOn(scope, date)
  const said = await presentationsOf(scope, [meeting.id])
  const known = { said, away: () => away }
  const asked = (await askedFor(scope, region, series, [session], known))[0]?.memberIds ?? []
  const declined: { name: string; reason: string }[] = []
  for (const { id, memberId, state } of said) {
    if (state !== 'declined') continue
    const { reason = '' } = await writtenOf(scope, id)
    call.note('read', 'gsv-presentation', id)
    declined.push({ name: nameOf(memberId), reason })
  }
  const state = {
    revision: stored.revision,
    ...(stored.confirmedBy ? { confirmedBy: nameOf(stored.confirmedBy) } : {}),
    changed: isChanged(stored, away, willPresent(said, meeting.id), rosterOf(region, series.body)),
    moved,
    away: stored.absentIds.map(nameOf),
    waiting: asked.map(nameOf),
    declined,
    lacking: stored.groups.filter(({ presenterId }) => presenterId === undefined).length,
  }
  const view = groupsView(region, session, stored, [])
  return { kind: 'say', card: groupsDraftCard(view, state, language, text) }
}
