import {
  agendaAsPublished,
  agendaView,
  type MeetingContext,
  meetingContext,
} from '../../../actions/agenda/agenda-facts.ts'
import { readsOfItems } from '../../../actions/agenda/candidates.ts'
import { shownLevel } from '../../../actions/agenda/shown-level.ts'
import { agendaCard, agendaItemCard, topicName } from '../../../cards/agenda/agenda.ts'
import { textIn } from '../../../cards/region-text.ts'
import { type Disclosure, type DisclosureRefusal, mayDisclose } from '../../../domain/agenda/disclosure.ts'
import { agendaItemKind, agendaKind, agendaUpdateKind } from '../../../domain/agenda/notices.ts'
import { memberByAccount } from '../../../domain/region/accounts.ts'
import type { Region } from '../../../domain/region/region.ts'
import { rosterOf } from '../../../domain/region/roster.ts'
import { publishedAgenda } from '../../../store/agenda/agendas.ts'
import type { Scope } from '../../../store/engine/database.ts'
import { writeAudit } from '../../../store/keeping/audit.ts'
import { sentDeliveries } from '../../../store/outbox/deliveries.ts'
import { type Message, type MessageFacts, notice } from '../notice.ts'
import { announceWithheld } from './agenda-withheld.ts'

type Published = {
  file: MeetingContext
  composed: NonNullable<Awaited<ReturnType<typeof agendaAsPublished>>>
}

const published = async (
  { scope, region }: Pick<MessageFacts, 'scope' | 'region'>,
  { meeting }: { meeting: string },
): Promise<Published | string> => {
  const file = await meetingContext(scope, region, meeting)
  const composed = file && (await agendaAsPublished(scope, region, file))
  return file && composed ? { file, composed } : 'meeting-gone'
}

/** Posts the agenda to the council’s channel. The channel’s audience decides whether it may show cases at all. */
export const agenda = notice(agendaKind, {
  hours: 'any',
  readers: 'checked',
  pinned: true,
  stillTrue: published,
  compose: (facts) => composeAgenda(facts, facts.found),
})

/** Updates each post of a changed agenda in place; the audience is checked again. */
export const agendaUpdate = notice(agendaUpdateKind, {
  hours: 'any',
  readers: 'checked',
  urgency: 'urgent',
  stillTrue: async ({ scope }, { meeting }) => (await publishedAgenda(scope, meeting)) ?? 'not-published',
  to: async ({ scope, payload, found }) => {
    const { revision } = found
    const posts = await sentDeliveries(scope, agendaKind.about(payload))
    return posts.flatMap(({ id, platform, workspace, channel }) =>
      channel === null
        ? []
        : [
            {
              key: `${agendaUpdateKind.kind}:${id}:${revision}`,
              place: { platform, workspace, channel },
            },
          ],
    )
  },
  compose: async (facts) => {
    const { scope, region, delivery, payload } = facts
    const posts = await sentDeliveries(scope, agendaKind.about(payload))
    const post = posts.find(
      ({ platform, workspace, channel }) =>
        platform === delivery.platform && workspace === delivery.workspace && channel === delivery.channel,
    )
    if (!post?.sentChannel || !post.sentMessage) return { ok: false, reason: 'post-gone' }
    const found = await published({ scope, region }, payload)
    if (typeof found === 'string') return { ok: false, reason: found }
    const message = await composeAgenda(facts, found)
    if (!message.ok) return message
    return {
      ok: true,
      card: message.card,
      replaces: { channel: post.sentChannel, message: post.sentMessage },
    }
  },
})

/** Posts one agenda item where people may discuss it; the audience is checked again. */
export const agendaItem = notice(agendaItemKind, {
  hours: 'any',
  readers: 'checked',
  threadName: async (scope, region, { meeting, item }) => {
    const file = await meetingContext(scope, region, meeting)
    const text = textIn(region, region.language)
    const seen = file && (await publishedView(scope, region, file))
    return seen && topicName(seen.view, item, text)
  },
  stillTrue: async ({ scope, region }, { meeting }) => {
    const file = await meetingContext(scope, region, meeting)
    const seen = file && (await publishedView(scope, region, file))
    return file && seen ? { file, ...seen } : 'meeting-gone'
  },
  compose: async (facts) => {
    const { text, payload, found } = facts
    const allowed = mayDiscloseHere(facts, found.file.body.id, found.view.clearance.level)
    if (!allowed.ok) return withheld(facts, payload.meeting, allowed.reasons)
    const name = topicName(found.view, payload.item, text)
    return name === undefined
      ? { ok: false, reason: 'item-gone' }
      : { ok: true, card: agendaItemCard(name, text) }
  },
})

/** Loads the agenda as the body may see it, without the texts. */
const publishedView = async (scope: Scope, region: Region, file: MeetingContext) => {
  const composed = await agendaAsPublished(scope, region, file)
  if (!composed) return undefined
  const shown = await shownLevel(scope, region, file, composed.plain)
  const level = shown === 'topics' ? 'topics' : 'codes'
  return { view: await agendaView(scope, region, file, composed, level) }
}

/** Skips the post and tells the coordinators why. */
const withheld = async (
  facts: MessageFacts,
  meetingId: string,
  reasons: DisclosureRefusal[] | { why: 'unseen' }[],
): Promise<Message> => {
  const { id, attempts } = facts.delivery
  await announceWithheld(facts, meetingId, reasons, `${id}:${attempts}`)
  return { ok: false, reason: 'withheld' }
}

const composeAgenda = async (facts: MessageFacts, { file, composed }: Published): Promise<Message> => {
  const { scope, region, now, language, text } = facts
  const level = await shownLevel(scope, region, file, composed.plain)
  const allowed = mayDiscloseHere(facts, file.body.id, level)
  if (!allowed.ok) return withheld(facts, file.meeting.id, allowed.reasons)
  const view = await agendaView(scope, region, file, composed, level)
  if (level === 'summaries')
    await writeAudit(
      scope,
      [
        ...[...composed.summaries.keys()].map((id) => ['summary', id] as const),
        ...readsOfItems(composed.brought),
      ].map(([subjectKind, subjectId]) => ({
        at: now,
        action: 'agenda',
        access: 'read' as const,
        subjectKind,
        subjectId,
      })),
    )
  return { ok: true, card: agendaCard(view, language, text), told: { meeting: 1 } }
}

const mayDiscloseHere = (
  { region, delivery, audience, now }: MessageFacts,
  bodyId: string,
  level: Disclosure,
) => {
  const { platform, workspace } = delivery
  const roster = new Set(rosterOf(region, bodyId, now.toZonedDateTimeISO(region.timeZone).toPlainDate()))
  const memberOf = (user: string) => memberByAccount(region, { platform, workspace, user })?.id
  if (level === 'topics') return { ok: true as const }
  if (!audience) return { ok: false as const, reasons: [{ why: 'unseen' as const }] }
  // Map accounts to member ids, so that the coordinator reads names; an unlinked account keeps the platform's id.
  const members = audience.members.map((user) => memberOf(user) ?? user)
  return mayDisclose(level, { ...audience, members }, roster)
}
