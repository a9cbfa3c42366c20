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

/** What an event is known by: Discord keeps no key of ours with it, so its description ends in one. */
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
 * Has a server's events say what the card says. The one that is there for the same meeting is changed or called off,
 * so that doing it again makes no second one.
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
