import {
  agendaAsPublished,
  agendaView,
  type MeetingFile,
  meetingFile,
} from '../../actions/agenda/agenda-facts.ts'
import { agendaCard, agendaItemCard, topicName } from '../../cards/agenda/agenda.ts'
import { textIn } from '../../cards/region-text.ts'
import { type Disclosure, type DisclosureRefusal, mayDisclose } from '../../domain/agenda/disclosure.ts'
import { memberByAccount } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { writeAudit } from '../../store/keeping/audit.ts'
import { addDeliveries, sentDeliveries } from '../../store/outbox/deliveries.ts'
import { withheldDeliveries } from './agenda-withheld.ts'
import type { Message, MessageFacts, MessageKind } from './message-kind.ts'

/** The agenda, to the council's channel. Who can read there decides whether it may show cases at all. */
export const agenda: MessageKind = {
  kind: 'agenda',
  needsAudience: true,
  outOfHours: true,
  pinned: true,
  compose: (facts) => composeAgendaMessage(facts),
}

/** A changed agenda takes the place of the post that is there; who reads it is looked at again. */
export const agendaUpdate: MessageKind = {
  kind: 'agenda-update',
  needsAudience: true,
  outOfHours: true,
  urgent: true,
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

/** One item of it, where people may talk about it. Who reads there is looked at again. */
export const agendaItem: MessageKind = {
  kind: 'agenda-item',
  needsAudience: true,
  outOfHours: true,
  threadName: async (scope, region, delivery) => {
    const [meetingId = '', item = ''] = delivery.subject.split(' ')
    const file = await meetingFile(scope, region, meetingId)
    const text = textIn(region, region.language)
    const seen = file && (await publishedView(scope, region, file))
    return seen && topicName(seen.view, item, seen.disclosure, text)
  },
  compose: async (facts) => {
    const { scope, region, delivery, text } = facts
    const [meetingId = '', item = ''] = delivery.subject.split(' ')
    const file = await meetingFile(scope, region, meetingId)
    const seen = file && (await publishedView(scope, region, file))
    if (!file || !seen) return { ok: false, reason: 'meeting-gone' }
    const allowed = mayDiscloseHere(facts, file.body.id, seen.disclosure)
    if (!allowed.ok) return withheld(facts, file.meeting.id, allowed.reasons)
    const name = topicName(seen.view, item, seen.disclosure, text)
    return name === undefined
      ? { ok: false, reason: 'item-gone' }
      : { ok: true, card: agendaItemCard(name, text) }
  },
}

/** As the body may see it, without the texts. */
const publishedView = async (scope: Scope, region: Region, file: MeetingFile) => {
  const composed = await agendaAsPublished(scope, file)
  if (!composed) return undefined
  const disclosure: Disclosure = composed.plain ? 'topics' : file.body.disclosure
  return { disclosure, view: await agendaView(scope, region, file, composed, false) }
}

/** Nothing is posted; the coordinators are told what stands in the way. */
const withheld = async (
  { scope, region, delivery, now, running }: MessageFacts,
  meetingId: string,
  reasons: DisclosureRefusal[] | { why: 'unseen' }[],
): Promise<Message> => {
  const occasion = `${delivery.id}:${delivery.attempts}`
  await addDeliveries(scope, withheldDeliveries(region, running, meetingId, reasons, occasion, now))
  return { ok: false, reason: 'withheld' }
}

const composeAgendaMessage = async (facts: MessageFacts): Promise<Message> => {
  const { scope, region, delivery, now, language, text } = facts
  const file = await meetingFile(scope, region, delivery.subject)
  const composed = file && (await agendaAsPublished(scope, file))
  if (!file || !composed) return { ok: false, reason: 'meeting-gone' }
  const disclosure = composed.plain ? 'topics' : file.body.disclosure
  const allowed = mayDiscloseHere(facts, file.body.id, disclosure)
  if (!allowed.ok) return withheld(facts, file.meeting.id, allowed.reasons)
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
  const memberOf = (user: string) => memberByAccount(region, { platform, workspace, user })?.id
  if (disclosure === 'topics') return { ok: true as const }
  if (!audience) return { ok: false as const, reasons: [{ why: 'unseen' as const }] }
  // Members go by their own ids, so that the coordinator is told names; an account that is nobody's keeps the platform's.
  const members = audience.members.map((user) => memberOf(user) ?? user)
  return mayDisclose(disclosure, { ...audience, members }, roster)
}
