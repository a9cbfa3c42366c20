import type { Button, ListItem, Part } from '../../bot/card.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import type { DecidedInterval, NotMet, OpenMonth, ProposedInterval } from '../../domain/monitoring/telling.ts'
import type { EndingPlan } from '../../domain/plan/telling.ts'
import type { ToAgree } from '../../domain/summary/telling.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { type Reader, section, standIn } from './parts.ts'

type Title = (words: Catalogue['digest']) => string
type Carried = { code: string; memberId: string }

const withDetail = (text: string, detail: string[], button: Button): ListItem => ({
  text,
  detail: detail.length > 0 ? detail.join('\n') : undefined,
  button,
})

const showButton = (code: string, text: Catalogue): Button => ({
  label: text.digest.show,
  press: { command: 'case.show', options: { case: code } },
})

export const drawAssigned = (cases: readonly Carried[], reader: Reader): Part[] =>
  section(
    reader.text.digest.assigned,
    cases.map(({ code, memberId }) =>
      withDetail(code, standIn(memberId, reader), showButton(code, reader.text)),
    ),
  )

export const drawOpenMonths =
  (title: Title) =>
  (months: readonly OpenMonth[], reader: Reader): Part[] =>
    section(title(reader.text.digest), months.map(openItem(reader)))

const openItem =
  (reader: Reader) =>
  ({ id, code, dueMonth, memberId }: OpenMonth): ListItem =>
    withDetail(
      reader.text.digest.monitoring(code, writeMonth(dueMonth, reader.language)),
      standIn(memberId, reader),
      {
        label: reader.text.digest.record,
        press: { command: 'monitoring.done', options: { monitoring: id } },
      },
    )

export const drawPlans =
  (title: Title) =>
  (plans: readonly EndingPlan[], reader: Reader): Part[] =>
    section(title(reader.text.digest), plans.map(planItem(reader)))

const planItem =
  (reader: Reader) =>
  ({ code, validTo, memberId }: EndingPlan): ListItem =>
    withDetail(
      reader.text.digest.ending(code, writeDate(validTo, reader.language)),
      standIn(memberId, reader),
      { label: reader.text.digest.renew, press: { command: 'plan.renew', options: { case: code } } },
    )

export const drawNotMet = (months: readonly NotMet[], { text, language, nameOf }: Reader): Part[] =>
  section(
    text.digest.notMet,
    months.map(({ code, dueMonth, memberId }) => ({
      text: text.digest.monitoring(code, writeMonth(dueMonth, language)),
      detail: nameOf(memberId),
      button: showButton(code, text),
    })),
  )

export const drawDecided = (intervals: readonly DecidedInterval[], reader: Reader): Part[] =>
  section(reader.text.digest.decided, intervals.map(decidedItem(reader)))

const decidedItem =
  ({ text, language }: Reader) =>
  ({ code, intervalMonths, from, decision }: DecidedInterval): ListItem => {
    const accepted = decision === 'accepted'
    const written = [code, text.monitoring.every(intervalMonths), writeMonth(from, language)] as const
    return {
      text: accepted ? text.digest.accepted(...written) : text.digest.declined(...written),
      button: accepted
        ? {
            label: text.digest.certificate,
            press: { command: 'plan.certificate', options: { case: code } },
          }
        : showButton(code, text),
    }
  }

export const drawProposals = (intervals: readonly ProposedInterval[], { text }: Reader): Part[] =>
  section(
    text.digest.proposals,
    intervals.map(({ id, code, intervalMonths }) => ({
      text: text.digest.proposal(code, text.monitoring.every(intervalMonths)),
      button: {
        label: text.digest.decide,
        press: { command: 'monitoring.decide', options: { proposal: id } },
      },
    })),
  )

export const drawToAgree = (summaries: readonly ToAgree[], { text, nameOf }: Reader): Part[] =>
  section(
    text.digest.toAgree,
    summaries.map(({ id, code, memberId }) => ({
      text: code,
      detail: nameOf(memberId),
      button: { label: text.digest.read, press: { command: 'summary.agree', options: { summary: id } } },
    })),
  )

export const drawOrphaned = (
  orphaned: readonly { memberId: string; officeId: string; count: number }[],
  { text, nameOf, officeName }: Reader,
): Part[] =>
  section(
    text.digest.orphaned,
    orphaned.map(({ memberId, officeId, count }) => ({
      text: text.digest.escalatedMember(nameOf(memberId), count),
      detail: officeName(officeId),
      button: {
        label: text.digest.reassign,
        press: { command: 'case.assign', options: { from: memberId } },
      },
    })),
  )

/** Groups by person: a coordinator asks after people, not after codes. */
export const drawEscalated = (months: readonly OpenMonth[], { text, language, nameOf }: Reader): Part[] =>
  section(
    text.digest.escalated,
    [...Map.groupBy(months, ({ memberId }) => memberId)].map(([memberId, theirs]) => ({
      text: text.digest.escalatedMember(nameOf(memberId), theirs.length),
      detail: theirs
        .map(({ code, dueMonth }) => text.digest.monitoring(code, writeMonth(dueMonth, language)))
        .join(text.answers.listSeparator),
      button: {
        label: text.digest.look,
        press: { command: 'monitoring.due', options: { member: memberId } },
      },
    })),
  )
