import { meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { agendaWithheldCard } from '../../cards/agenda/draft.ts'
import type { DisclosureRefusal } from '../../domain/agenda/disclosure.ts'
import type { Region } from '../../domain/region/region.ts'
import type { PlatformName } from '../../domain/workspace/platforms.ts'
import type { NewDelivery } from '../../store/outbox/deliveries.ts'
import { toCoordinators } from '../to-coordinators.ts'
import type { MessageKind } from './message-kind.ts'

type Withheld = DisclosureRefusal | { why: 'noChannel' | 'unseen' }

/** Tells the coordinators that an agenda could not be posted, and why. `occasion`: once for each. */
export const withheldDeliveries = (
  region: Region,
  running: ReadonlySet<PlatformName>,
  meetingId: string,
  reasons: readonly Withheld[],
  occasion: string,
  now: Temporal.Instant,
): NewDelivery[] => {
  const written = reasons.map((reason) =>
    reason.why === 'outsiders' ? `outsiders=${reason.who.join(',')}` : reason.why,
  )
  const subject = [meetingId, ...written].join(' ')
  const key = `agenda-withheld:${meetingId}:${occasion}`
  return toCoordinators(region, running, key, { kind: 'agenda-withheld', subject, dueAt: now })
}

const read = (written: string): Withheld[] => {
  const [why, who = ''] = written.split('=')
  if (why === 'outsiders') return [{ why, who: who.split(',') }]
  return why === 'public' || why === 'shared' || why === 'noChannel' || why === 'unseen' ? [{ why }] : []
}

export const agendaWithheld: MessageKind = {
  kind: 'agenda-withheld',
  needsAudience: false,
  outOfHours: true,
  compose: async ({ scope, region, delivery, text }) => {
    const [meetingId = '', ...reasons] = delivery.subject.split(' ')
    const file = await meetingFile(scope, region, meetingId)
    if (!file) return { ok: false, reason: 'meeting-gone' }
    const nameOf = (id: string) => region.members.find((member) => member.id === id)?.name
    const withheld = { seriesName: file.series.name, meetingId, reasons: reasons.flatMap(read) }
    return { ok: true, card: agendaWithheldCard(withheld, nameOf, text) }
  },
}
