import { createHash } from 'node:crypto'
import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import type { Card, CardEvent } from '../card.ts'
import { ofLook, refused } from '../kit/failure.ts'
import { EVENTS, type Place, type Posted } from '../port.ts'
import type { Calls } from './calls.ts'
import { cut, LIMIT, oneLine } from './limits.ts'

const Shown = z.object({
  id: z.string(),
  creator_id: z.string().nullish(),
  description: z.string().nullish(),
  status: z.number(),
})

/** The idempotency key of an event. Discord has no field for one, so the description ends in it. */
const markOf = (event: CardEvent): string =>
  `[${createHash('sha256').update(event.id).digest('base64url').slice(0, 10)}]`

const bodyOf = (event: CardEvent) => ({
  name: oneLine(event.name, LIMIT.eventName),
  description: `${cut(event.about, LIMIT.eventDescription)}\n${markOf(event)}`,
  scheduled_start_time: event.startsAt,
  scheduled_end_time: event.endsAt,
  privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
  entity_type: GuildScheduledEventEntityType.External,
  entity_metadata: { location: oneLine(event.where, LIMIT.eventPlace) },
})

const isOpen = ({ status }: z.output<typeof Shown>): boolean =>
  status === GuildScheduledEventStatus.Scheduled || status === GuildScheduledEventStatus.Active

/**
 * Upserts a server's event for the card's meeting: an existing one is changed or cancelled, so a repeat is idempotent.
 */
export const putEvent = async (
  calls: Calls,
  bot: string,
  { platform, workspace }: Place,
  { event }: Card,
): Promise<Posted> => {
  if (!event) return refused('malformed', 'a card without an event')
  const listed = await calls.get(Routes.guildScheduledEvents(workspace))
  if (!listed.ok) return { ok: false, ...ofLook(listed) }
  const present = z
    .array(Shown)
    .parse(listed.answer)
    .find((one) => one.creator_id === bot && isOpen(one) && one.description?.endsWith(markOf(event)))
  const posted = (message: string): Posted => ({
    ok: true,
    message: { platform, workspace, channel: EVENTS, message },
  })
  if (!present && event.cancelled) return posted('')
  const put = present
    ? await calls.patch(
        Routes.guildScheduledEvent(workspace, present.id),
        event.cancelled ? { status: GuildScheduledEventStatus.Canceled } : bodyOf(event),
      )
    : await calls.post(Routes.guildScheduledEvents(workspace), bodyOf(event))
  return put.ok ? posted(Shown.parse(put.answer).id) : put
}
