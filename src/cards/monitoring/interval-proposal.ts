import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  type Field,
  field,
  fields,
  type Maybe,
  note,
  paragraph,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type Proposed = { code: string; intervalMonths: number; from: Temporal.PlainYearMonth }

const proposedFields = (
  { code, intervalMonths, from }: Proposed,
  language: Language,
  text: Catalogue,
): Maybe<Field> => [
  field(text.cases.fields.code.label, code),
  field(text.monitoring.propose.interval.label, text.monitoring.every(intervalMonths)),
  field(text.monitoring.propose.from.label, writeMonth(from, language)),
]

/** Tells the proposer who decides, and that nothing has changed yet. */
export const proposedIntervalCard = (
  proposal: Proposed & { officers: string[] },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.monitoring.propose
  const officers = proposal.officers.join(text.answers.listSeparator)
  return card(
    'interval.proposed',
    words.done(proposal.code),
    fields(proposedFields(proposal, language, text)),
    note(officers === '' ? words.nobodyDecides : words.next(officers)),
  )
}

/** Asks the municipality: what is proposed and why, with yes and no. */
export const intervalProposalCard = (
  proposal: Proposed & { id: string; reason: string; proposedBy: string },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.monitoring.decide
  const decide = (label: string, decision: string): Button =>
    button(label, 'monitoring.decide', { proposal: proposal.id, decision })
  return card(
    'interval.proposal',
    words.heading(proposal.code),
    fields(proposedFields(proposal, language, text), field(words.proposedBy, proposal.proposedBy)),
    paragraph(proposal.reason),
    buttons({ ...decide(words.accept, 'accepted'), style: 'primary' }, decide(words.decline, 'declined')),
    note(words.note),
  )
}

export const decidedIntervalCard = (
  proposal: Proposed,
  decision: 'accepted' | 'declined',
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.monitoring.decide
  const heading = words.done(proposal.code, words.decisions[decision])
  return card(
    'interval.decided',
    heading,
    fields(proposedFields(proposal, language, text)),
    note(decision === 'accepted' ? words.acceptedNext : words.declinedNext),
  )
}
