import { noticeCard } from '../../cards/answer.ts'
import { caseReach, maySeeCase } from '../../domain/case/permission.ts'
import { meetingName } from '../../domain/region/names.ts'
import { askerOf } from '../../domain/region/roster.ts'
import { summarySeries } from '../../domain/region/summary-series.ts'
import { type FormName, SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import { publishedAgenda } from '../../store/agenda/agendas.ts'
import { type Case, openCases } from '../../store/case/cases.ts'
import { type Meeting, meetingById, nextMeetingWithoutAgenda } from '../../store/meeting/meetings.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import { openSummaryOf, type Summary, summaryOfPlan } from '../../store/summary/summaries.ts'
import { refuse } from '../answer.ts'
import type { Argument } from '../arguments.ts'
import type { Call } from '../call.ts'
import { openCaseArgument } from '../case/arguments.ts'
import { goneCard, summaryArgument } from './arguments.ts'

/** Most cases offered, as many as a platform's list holds; others are reached by naming the case. */
const OFFERED = 25

/** A summary of this form that the asker may write on. */
export const writtenArgument = (form: FormName) =>
  summaryArgument.toChange.unless((call, { summary }) => (summary.form === form ? undefined : goneCard(call)))

type Chosen = {
  supportCase?: Case
  /** Codes to choose from. */
  codes: string[]
  /** Submitted or asked for while it had no case. */
  existing?: Summary
}

/** The case named, that of the summary on a button, or the only one that the asker has. Undefined while none is chosen. */
export const chosenCaseArgument = (form: FormName): Argument<Chosen> => {
  const [named, written] = [openCaseArgument.optional, writtenArgument(form).optional]
  return {
    options: () => ({ ...named.options('case'), ...written.options('summary') }),
    resolve: async (call, given) => {
      const found = await written.resolve(call, given, 'summary')
      const supportCase = found?.supportCase
        ? await openCaseArgument.find(call, found.supportCase.code)
        : await named.resolve(call, given, 'case')
      const existing = found?.supportCase ? undefined : found?.summary
      const own = supportCase ? [supportCase] : await ownCases(call)
      return {
        supportCase: supportCase ?? (own.length === 1 ? own[0] : undefined),
        codes: own.map(({ code }) => code),
        existing,
      }
    },
    carry: ({ supportCase }: Chosen): Record<string, string> =>
      supportCase ? { case: supportCase.code } : {},
  }
}

const ownCases = ({ scope, asker }: Call): Promise<Case[]> =>
  openCases(scope, caseReach(asker), { memberId: asker.memberId, limit: OFFERED })

/** What a summary is written about, who presents it, and the version that is there already. */
export type Subject = { supportCase?: Case; planId?: string; presenterId: string; existing?: Summary }

/** Throws a refusal where a plan is to be reviewed and there is none. */
export const subjectOf = async (
  call: Call,
  form: FormName,
  supportCase: Case,
  existing: Summary | undefined,
): Promise<Subject> => {
  const { scope, text } = call
  const about = (written: Summary | undefined) => ({
    supportCase,
    presenterId: presenterOf(call, supportCase, written),
    existing: written,
  })
  if (SUMMARY_FORMS[form].about !== 'plan')
    return about(existing ?? (await openSummaryOf(scope, form, supportCase.id)))
  const [plan] = await plansOfCase(scope, supportCase.id)
  if (!plan) throw refuse(noticeCard('summary.refused', text.summaries.submit.noPlan(supportCase.code)))
  return { ...about(existing ?? (await summaryOfPlan(scope, plan.id))), planId: plan.id }
}

/** Who presents it so far, or is in charge; the asker where they may not see the case any more. */
const presenterOf = (
  { region, asker, today }: Call,
  supportCase: Case,
  written: Summary | undefined,
): string => {
  const presenterId = written?.presenterId ?? supportCase.memberId
  const presenter = region.members.find(({ id }) => id === presenterId)
  return presenter && maySeeCase(askerOf(presenter, today), supportCase) ? presenterId : asker.memberId
}

/**
 * The meeting that a summary goes to: the one it was submitted for, while its agenda is not out; else the next of
 * the presenter's series that takes summaries. Throws a refusal where there is none.
 */
export const meetingFor = async (
  call: Call,
  { presenterId, existing }: Pick<Subject, 'presenterId' | 'existing'>,
): Promise<Meeting> => {
  const { scope, region, now, text } = call
  const words = text.summaries.submit
  const before = existing && (await meetingById(scope, existing.meetingId))
  if (before && (await publishedAgenda(scope, before.id)))
    throw refuse(noticeCard('summary.closed', words.closed(meetingName(call, before)), words.closedNext))
  const series = summarySeries(region, presenterId, call.today).map(({ id }) => id)
  const meeting = before ?? (await nextMeetingWithoutAgenda(scope, series, now))
  if (!meeting) throw refuse(noticeCard('summary.no-meeting', words.noMeeting, words.noMeetingNext))
  return meeting
}
