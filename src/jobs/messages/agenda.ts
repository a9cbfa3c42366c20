import { agendaCard } from '../../cards/agenda.ts'
import { mayDisclose } from '../../domain/agenda/disclosure.ts'
import { memberByAccount } from '../../domain/region/accounts.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { agendaAsPublished, agendaView, meetingFile } from '../../store/agenda-facts.ts'
import { writeAudit } from '../../store/audit.ts'
import { addDeliveries, sentDeliveries } from '../../store/deliveries.ts'
import { withheldDeliveries } from './agenda-withheld.ts'
import type { Message, MessageFacts, MessageKind } from './message-kind.ts'

/** The agenda, to the council's channel. Who can read there decides whether it may show cases at all. */
export const agenda: MessageKind = {
  kind: 'agenda',
  needsAudience: true,
  outOfHours: true,
  compose: (facts) => composeAgendaMessage(facts),
}

/** A changed agenda takes the place of the post that is there; who reads it is looked at again. */
export const agendaUpdate: MessageKind = {
  kind: 'agenda-update',
  needsAudience: true,
  outOfHours: true,
  compose: async (facts) => {
    const { delivery } = facts
    const posts = await sentDeliveries(facts.scope, 'agenda', delivery.subject)
    const post = posts.find(
      ({ platform, workspace, channel }) =>
        platform === delivery.platform && workspace === delivery.workspace && channel === delivery.channel,
    )
    if (!post?.sentChannel || !post.sentMessage) return { ok: false, reason: 'post-gone' }
    const message = await composeAgendaMessage(facts)
    if (!message.ok) return message
    return {
      ok: true,
      card: message.card,
      replaces: { channel: post.sentChannel, message: post.sentMessage },
    }
  },
}

const composeAgendaMessage = async (facts: MessageFacts): Promise<Message> => {
  const { scope, region, delivery, now, language, text, running } = facts
  const file = await meetingFile(scope, region, delivery.subject)
  const composed = file && (await agendaAsPublished(scope, file))
  if (!file || !composed) return { ok: false, reason: 'meeting-gone' }
  const disclosure = composed.plain ? 'topics' : file.body.disclosure
  const allowed = mayDiscloseHere(facts, file.body.id, disclosure)
  if (!allowed.ok) {
    const occasion = `${delivery.id}:${delivery.attempts}`
    await addDeliveries(
      scope,
      withheldDeliveries(region, running, file.meeting.id, allowed.reasons, occasion, now),
    )
    return { ok: false, reason: 'withheld' }
  }
  const view = await agendaView(scope, region, file, composed, disclosure === 'summaries')
  if (disclosure === 'summaries')
    await writeAudit(
      scope,
      [
        ...[...composed.summaries.keys()].map((id) => ['summary', id] as const),
        ...composed.followUps.map(({ id }) => ['follow-up', id] as const),
      ].map(([subjectKind, subjectId]) => ({
        at: now,
        action: 'agenda',
        access: 'read' as const,
        subjectKind,
        subjectId,
      })),
    )
  return { ok: true, card: agendaCard(view, disclosure, language, text), told: { meeting: 1 } }
}

const mayDiscloseHere = (
  { region, delivery, audience }: MessageFacts,
  bodyId: string,
  disclosure: Parameters<typeof mayDisclose>[0],
) => {
  const { platform, workspace } = delivery
  const roster = new Set(rosterOf(region, bodyId))
  const users = (audience?.members ?? []).filter((user) => {
    const member = memberByAccount(region, { platform, workspace, user })
    return member !== undefined && roster.has(member.id)
  })
  if (disclosure === 'topics') return { ok: true as const }
  if (!audience) return { ok: false as const, reasons: [{ why: 'unseen' as const }] }
  return mayDisclose(disclosure, audience, new Set(users))
}
