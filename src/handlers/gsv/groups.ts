import { z } from 'zod'
import { isChanged } from '../../actions/gsv/digest.ts'
import { askedFor, awayOn, formSession, willPresent } from '../../actions/gsv/gsv-forming.ts'
import { groupsView } from '../../actions/gsv/gsv-view.ts'
import { noticeCard } from '../../cards/answer.ts'
import { groupFaultSentence, groupsDraftCard, gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { gsvGroupsKind } from '../../domain/gsv/notices.ts'
import { memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { type Presentation, presentationsOf, writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { confirmGroups, type GsvSession } from '../../store/gsv/gsv-sessions.ts'
import { bringForward } from '../../store/outbox/reminders.ts'
import { type Answer, refuse, say } from '../answer.ts'
import { carried } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { type Session, sessionArgument, sessionName } from './arguments.ts'

/** `/gsv groups [series]`: the next session's groups, formed where there are none; formed again or confirmed by button. */
export const gsvGroups = command('gsv.groups', {
  permission: 'gsv.arrange',
  args: { session: sessionArgument, act: carried(z.enum(['again', 'confirm'])) },
  seen: {
    version: ({ args: { session, act } }) => act && session.formed?.revision,
    changed: (call) => meanwhile(call),
  },
  run: ({ args: { session, act }, ...call }) => {
    const { formed } = session
    if (!formed || act === 'again') return form(call, session)
    return act === 'confirm' ? confirm(call, session, formed) : draft(call, session, formed)
  },
})

const meanwhile = ({ text }: Call) => {
  const words = text.commands.gsv.groups
  return refuse(noticeCard('gsv.meanwhile', words.meanwhile, words.meanwhileNext))
}

const form = async (call: Call, session: Session): Promise<Answer> => {
  const { scope, region, now, text } = call
  const absent = await awayOn(scope, session.date)
  const formed = await formSession(scope, region, session, absent, now)
  if (!formed.ok) {
    if (formed.fault.reason === 'meanwhile') throw meanwhile(call)
    const why = groupFaultSentence(formed.fault, (id) => memberName(region, id), text)
    throw refuse(noticeCard('gsv.impossible', text.commands.gsv.groups.impossible, why))
  }
  call.note('change', 'gsv-session', session.meeting.id)
  if (formed.session.confirmedAt) await postGroups(call, session)
  return draft(call, session, formed.session, formed.moved)
}

const confirm = async (call: Call, session: Session, { revision }: GsvSession): Promise<Answer> => {
  const { scope, asker, now, text } = call
  const { id } = session.meeting
  const confirmed = { confirmedBy: asker.memberId, confirmedAt: now }
  if (!(await confirmGroups(scope, id, revision, confirmed))) throw meanwhile(call)
  call.note('change', 'gsv-session', id)
  await postGroups(call, session)
  const words = text.commands.gsv.groups
  return say(gsvSaidCard('gsv.confirmed', words.done(sessionName(call, session)), words.doneNext))
}

const postGroups = ({ scope, now }: Call, { meeting }: Session): Promise<void> =>
  bringForward(scope, gsvGroupsKind.due({ meeting: meeting.id }, now))

const draft = async (call: Call, session: Session, formed: GsvSession, moved = 0): Promise<Answer> => {
  const { scope, region, language, text } = call
  const { meeting, series, date } = session
  const nameOf = (id: string) => memberName(region, id)
  const away = await awayOn(scope, date)
  const said = await presentationsOf(scope, [meeting.id])
  const known = { said, away: () => away }
  const asked = (await askedFor(scope, region, series, [session], known))[0]?.memberIds ?? []
  const state = {
    revision: formed.revision,
    confirmedBy: formed.confirmedBy ? nameOf(formed.confirmedBy) : undefined,
    changed: isChanged(formed, away, willPresent(said, meeting.id), rosterOf(region, series.body, date)),
    moved,
    away: formed.absentIds.map(nameOf),
    waiting: asked.map(nameOf),
    declined: await whoDeclined(call, said),
    lacking: formed.groups.filter(({ presenterId }) => presenterId === undefined).length,
  }
  return say(groupsDraftCard(groupsView(region, session, formed, []), state, language, text))
}

/** Notes the read in the audit log. */
const whoDeclined = async (call: Call, said: readonly Presentation[]) => {
  const declined: { name: string; reason: string }[] = []
  for (const { id, memberId, state } of said) {
    if (state !== 'declined') continue
    const { reason = '' } = await writtenOf(call.scope, id)
    call.note('read', 'gsv-presentation', id)
    declined.push({ name: memberName(call.region, memberId), reason })
  }
  return declined
}
