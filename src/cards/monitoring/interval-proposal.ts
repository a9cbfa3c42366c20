import type { Card } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type Proposed = { code: string; intervalMonths: number; from: Temporal.PlainYearMonth }

const fields = ({ code, intervalMonths, from }: Proposed, language: Language, text: Catalogue) => [
  { label: text.cases.fields.code.label, value: code },
  { label: text.monitoring.propose.interval.label, value: text.monitoring.every(intervalMonths) },
  { label: text.monitoring.propose.from.label, value: writeMonth(from, language) },
]

/** Said to who proposed: who decides, and that nothing has changed yet. */
export const proposedIntervalCard = (
  proposal: Proposed & { officers: string[] },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.monitoring.propose
  const officers = proposal.officers.join(text.answers.listSeparator)
  return {
    tag: 'interval.proposed',
    summary: words.done(proposal.code),
    parts: [
      { part: 'heading', text: words.done(proposal.code) },
      { part: 'fields', fields: fields(proposal, language, text) },
      { part: 'note', text: officers === '' ? words.nobodyDecides : words.next(officers) },
    ],
  }
}

/** Shown to the municipality: what is proposed and why, with yes and no. */
export const intervalProposalCard = (
  proposal: Proposed & { id: string; reason: string; proposedBy: string },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.monitoring.decide
  const press = (decision: string) => ({
    command: 'monitoring.decide',
    options: { proposal: proposal.id, decision },
  })
  return {
    tag: 'interval.proposal',
    summary: words.heading(proposal.code),
    parts: [
      { part: 'heading', text: words.heading(proposal.code) },
      {
        part: 'fields',
        fields: [
          ...fields(proposal, language, text),
          { label: words.proposedBy, value: proposal.proposedBy },
        ],
      },
      { part: 'text', text: proposal.reason },
      {
        part: 'buttons',
        buttons: [
          { label: words.accept, press: press('accepted'), style: 'primary' },
          { label: words.decline, press: press('declined') },
        ],
      },
      { part: 'note', text: words.note },
    ],
  }
}

export const decidedIntervalCard = (
  proposal: Proposed,
  decision: 'accepted' | 'declined',
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.monitoring.decide
  const heading = words.done(proposal.code, words.decisions[decision])
  return {
    tag: 'interval.decided',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'fields', fields: fields(proposal, language, text) },
      { part: 'note', text: decision === 'accepted' ? words.acceptedNext : words.declinedNext },
    ],
  }
}
