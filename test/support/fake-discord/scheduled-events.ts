import { BOT } from './events.ts'
import type { Reply } from './exchanges.ts'
import type { Body } from './shapes.ts'

export type ScheduledEvent = Body & { id: string; status: number; name: string; scheduled_start_time: string }

const invalid = (message: string): Reply => ({ status: 400, body: { code: 50035, message } })
const MOST = 100

const faultOf = (event: Body): string | undefined => {
  const { name, description, scheduled_start_time: start, scheduled_end_time: end } = event
  const { location } = (event.entity_metadata ?? {}) as { location?: string }
  const within = (value: unknown, least: number, most: number) =>
    typeof value === 'string' && value.length >= least && value.length <= most
  if (!within(name, 1, 100)) return 'name'
  if (!within(description, 1, 1_000)) return 'description'
  if (!within(location, 1, 100)) return 'entity_metadata.location'
  if (event.privacy_level !== 2 || event.entity_type !== 3) return 'only external events of the server'
  if (Date.parse(String(start)) >= Date.parse(String(end))) return 'scheduled_end_time'
  return undefined
}

/** A server's scheduled events: listed while they are to come, changed, called off for good. */
export const scheduledEventsRoute = (
  events: ScheduledEvent[],
  { method, body }: { method: string; body: Body },
  id: string | undefined,
  nextId: () => string,
): Reply => {
  const open = events.filter(({ status }) => status === 1)
  if (method === 'GET') return { status: 200, body: open }
  const found = events.find((one) => one.id === id)
  if (method === 'POST') {
    const fault = faultOf(body)
    if (fault) return invalid(fault)
    if (open.length >= MOST)
      return { status: 400, body: { code: 30038, message: 'Maximum number of events' } }
    const added = { ...body, id: nextId(), status: 1, creator_id: BOT } as unknown as ScheduledEvent
    events.push(added)
    return { status: 200, body: added }
  }
  if (!found) return { status: 404, body: { code: 10070, message: 'Unknown Guild Scheduled Event' } }
  if (found.status !== 1) return invalid('it is over')
  const fault = faultOf({ ...found, ...body })
  if (fault) return invalid(fault)
  Object.assign(found, body)
  return { status: 200, body: found }
}
