import { refusalCard } from '../../cards/answer.ts'
import { submittedCard } from '../../cards/summary.ts'
import { writeDate } from '../../domain/date-text/write-date.ts'
import { publishAt } from '../../domain/meeting/agenda-times.ts'
import { mayWorkOnCase } from '../../domain/permission/case-access.ts'
import { type Case, caseByCode, openCases } from '../../store/cases.ts'
import type { Plan } from '../../store/plans.ts'
import { plansOfCase } from '../../store/plans.ts'
import { saveSummary, summaryOfPlan } from '../../store/summaries.ts'
import { type BaseCall, command, type Outcome } from '../command.ts'
import { choice, longText } from '../field.ts'
import { meetingDate, meetingName, seriesName } from '../names.ts'
import { caseCode, optionalCase } from '../options.ts'
import { meetingForSummary } from './meeting-for-summary.ts'

const fields = {
  case: choice({ words: (t) => t.summaries.fields.case }),
  assessment: longText({ words: (t) => t.summaries.fields.assessment, maxLength: 600 }),
  wishes: longText({ words: (t) => t.summaries.fields.wishes, maxLength: 300 }),
  policy: longText({ words: (t) => t.summaries.fields.policy, maxLength: 300 }),
  content: longText({ words: (t) => t.summaries.fields.content, maxLength: 600 }),
}

/** Seed 001's plan review: アセスメント・本人等の意向（ゴール設定）・支援方針・支援内容. */
export const submitSummary = command({
  id: 'summary.submit',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.submit.verb,
    description: (t) => t.commands.summary.submit.description,
  },
  permission: 'summary.submit',
  options: { case: optionalCase },
  form: { title: (t) => t.summaries.submit.title, submit: (t) => t.summaries.submit.submit, fields },
  run: (call) => openForm(call, call.options.case),
  submit: async (call) => {
    const { text, values, scope } = call
    const code = caseCode.safeParse(values.case)
    const subject = code.success ? await subjectOf(call, code.data) : undefined
    if (!subject) return { kind: 'correct', faults: { fields: { case: text.answers.form.choose } } }
    if (!subject.ok) return subject.refusal
    const { kase, plan } = subject
    const target = await meetingForSummary(call, kase.memberId, plan.id)
    if (!target.ok) return target.refusal
    const { case: _, ...written } = values
    const saved = await saveSummary(
      scope,
      {
        caseId: kase.id,
        planId: plan.id,
        meetingId: target.meeting.id,
        presenterId: kase.memberId,
        fields: written,
      },
      call.now,
    )
    call.note('change', 'summary', saved.id)
    const card = submittedCard(
      {
        code: kase.code,
        version: saved.version,
        meeting: meetingName(call, target.meeting),
        closes: publishAt(call.region, target.meeting.startsAt),
      },
      call.language,
      text,
    )
    return { kind: 'say', card }
  },
})

type Subject = { ok: true; kase: Case; plan: Plan } | { ok: false; refusal: Outcome }

/** The case and the plan that is reviewed, if the asker may write for them. */
const subjectOf = async (call: BaseCall, code: string): Promise<Subject> => {
  const { text } = call
  const kase = await caseByCode(call.scope, code)
  const refuse = (heading: string, next?: string): Subject => ({
    ok: false,
    refusal: { kind: 'refuse', card: refusalCard('summary.refused', heading, next) },
  })
  if (!kase || !mayWorkOnCase(call.asker, kase))
    return refuse(text.cases.show.notFound(code), text.cases.show.notFoundNext)
  const [plan] = await plansOfCase(call.scope, kase.id)
  return plan ? { ok: true, kase, plan } : refuse(text.summaries.submit.noPlan(code))
}

const openForm = async (call: BaseCall, code: string | undefined): Promise<Outcome> => {
  const { text, asker } = call
  if (code === undefined) {
    const own = await openCases(call.scope, { reach: 'region' }, { memberId: asker.memberId, limit: 25 })
    const words = text.summaries.submit
    const [first] = own
    if (!first)
      return { kind: 'refuse', card: refusalCard('summary.no-cases', words.noCases, words.noCasesNext) }
    return ask(call, own, own.length === 1 ? first : undefined, {})
  }
  const subject = await subjectOf(call, code)
  if (!subject.ok) return subject.refusal
  const submitted = await summaryOfPlan(call.scope, subject.plan.id)
  if (submitted) call.note('read', 'summary', submitted.summary.id)
  const target = await meetingForSummary(call, subject.kase.memberId, subject.plan.id)
  return target.ok ? ask(call, [subject.kase], subject.kase, submitted?.fields ?? {}) : target.refusal
}

const ask = async (
  call: BaseCall,
  offered: Case[],
  chosen: Case | undefined,
  written: Record<string, string>,
): Promise<Outcome> => {
  const target = await meetingForSummary(call, chosen?.memberId ?? call.asker.memberId, undefined)
  if (!target.ok) return target.refusal
  const { meeting } = target
  const intro = call.text.summaries.submit.intro(
    seriesName(call.region, meeting.seriesId),
    writeDate(meetingDate(call, meeting), call.language),
  )
  return {
    kind: 'ask',
    open: {
      ...(chosen ? { options: { case: chosen.code } } : {}),
      intro,
      initial: { ...written, ...(chosen ? { case: chosen.code } : {}) },
      choices: { case: offered.map(({ code }) => ({ value: code, label: code })) },
    },
  }
}
