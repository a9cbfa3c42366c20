import { z } from 'zod'
import { meetingContext } from '../../../actions/agenda/agenda-facts.ts'
import { agendaWithheldCard } from '../../../cards/agenda/draft.ts'
import type { DisclosureRefusal } from '../../../domain/agenda/disclosure.ts'
import { id, noticeKind } from '../../../domain/delivery/notice.ts'
import { type Moment, notice } from '../notice.ts'
import { announce, coordinators } from '../recipients.ts'

type Withheld = DisclosureRefusal | { why: 'noChannel' | 'unseen' }

const agendaWithheldKind = noticeKind('agenda-withheld', { meeting: id, reasons: z.array(z.string()) })

/** Tells the coordinators that an agenda could not be posted, and why. `occasion`: once for each. */
export const announceWithheld = async (
  moment: Moment,
  meeting: string,
  reasons: readonly Withheld[],
  occasion: string,
): Promise<void> => {
  const key = `${agendaWithheldKind.kind}:${meeting}:${occasion}`
  const about = agendaWithheldKind.about({ meeting, reasons: reasons.map(written) })
  await announce(moment.scope, about, coordinators({ ...moment, key }), moment.now)
}

const written = (reason: Withheld): string =>
  reason.why === 'outsiders' ? `outsiders=${reason.who.join(',')}` : reason.why

const read = (reason: string): Withheld[] => {
  const [why, who = ''] = reason.split('=')
  if (why === 'outsiders') return [{ why, who: who.split(',') }]
  return why === 'public' || why === 'shared' || why === 'noChannel' || why === 'unseen' ? [{ why }] : []
}

export const agendaWithheld = notice(agendaWithheldKind, {
  hours: 'any',
  stillTrue: async ({ scope, region }, { meeting }) =>
    (await meetingContext(scope, region, meeting)) ?? 'meeting-gone',
  compose: ({ region, text, payload, found }) => {
    const nameOf = (id: string) => region.members.find((member) => member.id === id)?.name
    const reasons = payload.reasons.flatMap(read)
    const withheld = { seriesName: found.series.name, meetingId: payload.meeting, reasons }
    return { ok: true, card: agendaWithheldCard(withheld, nameOf, text) }
  },
})
