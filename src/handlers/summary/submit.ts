import { type Press, pressOf } from '../../bot/press.ts'
import { noticeCard } from '../../cards/answer.ts'
import { COMMAND_OF, submittedCard } from '../../cards/summary.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { publishAt } from '../../domain/meeting/agenda-times.ts'
import { meetingDate, meetingName, meetingTitle } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { estimatedMinutes, type FormName, SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import { fieldsOfForm } from '../../domain/summary/region-forms.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'
import { releaseAsked } from '../../store/summary/asked-summaries.ts'
import { saveSummary, summaryFields } from '../../store/summary/summaries.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { type Answer, refuse, say } from '../answer.ts'
import type { ArgumentValues } from '../arguments.ts'
import type { Call } from '../call.ts'
import { openCaseArgument } from '../case/arguments.ts'
import { command, type OpenForm } from '../command.ts'
import { choice, longText, shortText } from '../fields.ts'
import { chosenCaseArgument, meetingFor, type Subject, subjectOf, writtenArgument } from './subject.ts'

/** A title is one line; what is said in the meeting has its speaking time beside it. */
const ONE_LINE = 60

/** Fields of all forms; a region's file changes and adds to them. */
const writtenFields = (form: FormName) => (region: Region) =>
  Object.fromEntries(
    fieldsOfForm(form, region).map(({ name, maxLength }) => {
      const words = (text: Catalogue) => text.summaries.forms[form].fields[name] ?? { label: name }
      return [name, { ...(maxLength <= ONE_LINE ? shortText : longText)({ maxLength }), words }]
    }),
  )

type OpenedWith<Args> = Call & { args: ArgumentValues<Args> }
type SubmittedWith<Args, Values> = OpenedWith<Args> & { values: Values; ofRegion: Record<string, string> }

/**
 * Declares a command that submits one form for the next agenda. Sent again before that is published, it stores a new
 * version.
 */
const aboutCase = (form: FormName) => {
  const args = { about: chosenCaseArgument(form) }
  return {
    permission: 'summary.submit' as const,
    args,
    form: { case: choice() },
    fieldsOfRegion: writtenFields(form),
    open: async ({ args: { about }, ...call }: OpenedWith<typeof args>): Promise<OpenForm> => {
      const { supportCase, codes, existing } = about
      const [own] = codes
      if (own === undefined) throw noCases(call)
      const choices = { case: codes.map((code) => ({ value: code, label: code })) }
      if (!supportCase) {
        const meeting = await meetingFor(call, { presenterId: call.asker.memberId })
        return { intro: introOf(call, meeting), choices }
      }
      const opened = await openOn(call, await subjectOf(call, form, supportCase, existing))
      return { ...opened, initial: { ...opened.initial, case: supportCase.code }, choices }
    },
    submit: async (call: SubmittedWith<typeof args, { case: string }>): Promise<Answer> => {
      const supportCase = await openCaseArgument.find(call, call.values.case)
      const subject = await subjectOf(call, form, supportCase, call.args.about.existing)
      return save(call, form, subject, call.ofRegion)
    },
  }
}

/** The same without a case. */
const withoutCase = (form: FormName) => {
  const args = { summary: writtenArgument(form).optional }
  const subject = (call: OpenedWith<typeof args>): Subject => {
    const existing = call.args.summary?.summary
    return { presenterId: existing?.presenterId ?? call.asker.memberId, existing }
  }
  return {
    permission: 'summary.submit' as const,
    args,
    form: {},
    fieldsOfRegion: writtenFields(form),
    open: (call: OpenedWith<typeof args>): Promise<OpenForm> => openOn(call, subject(call)),
    submit: (call: SubmittedWith<typeof args, object>): Promise<Answer> =>
      save(call, form, subject(call), call.ofRegion),
  }
}

const noCases = ({ text }: Call) => {
  const { noCases: heading, noCasesNext } = text.summaries.submit
  return refuse(noticeCard('summary.no-cases', heading, noCasesNext))
}

const openOn = async (call: Call, subject: Subject): Promise<OpenForm> => {
  const { existing } = subject
  const meeting = await meetingFor(call, subject)
  if (existing) call.note('read', 'summary', existing.id)
  const initial = existing ? await summaryFields(call.scope, existing.id) : {}
  return { intro: introOf(call, meeting), initial }
}

const introOf = (call: Call, meeting: Meeting): string =>
  call.text.summaries.submit.intro(
    meetingTitle(call.region, meeting),
    writeDate(meetingDate(call, meeting), call.language),
  )

const save = async (
  call: Call,
  form: FormName,
  subject: Subject,
  fields: Record<string, string>,
): Promise<Answer> => {
  const { scope, asker, now, language, text } = call
  const { supportCase, planId, presenterId, existing } = subject
  const { section } = SUMMARY_FORMS[form]
  const meeting = await meetingFor(call, subject)
  const about = { form, section, caseId: supportCase?.id ?? null, planId: planId ?? null }
  const told = { meetingId: meeting.id, presenterId, estimated: estimatedMinutes(form, fields) }
  const written = { ...about, ...told, writtenBy: asker.memberId, fields }
  const { id, version } = await saveSummary(scope, existing?.id, written, now)
  if (section === 'gsv') await releaseAsked(scope, meeting.id, 'gsv')
  call.note('change', 'summary', id)
  const press = (to: string): Press => pressOf(to, { summary: id })
  const words = text.summaries
  const done = {
    name: supportCase ? words.submit.ofCase(supportCase.code) : (fields.topic ?? words.forms[form].title),
    version,
    meeting: meetingName(call, meeting),
    closes: publishAt(call.region, meeting.startsAt),
    edit: press(COMMAND_OF[form]),
    versions: version > 1 ? press('summary.versions') : undefined,
  }
  return say(submittedCard(done, language, text))
}

/** `/summary submit [case]`: プラン検討, for a new, changed or renewed plan. */
export const submitSummary = command('summary.submit', {
  ...aboutCase('plan_review'),
  shortcut: { global: true },
})
/** `/summary intake`: 受理判断, before there is a case. */
export const submitIntake = command('summary.intake', withoutCase('intake'))
/** `/summary result [case]`: モニタリングの結果検討, once the centre has agreed. */
export const submitMonitoringResult = command('summary.result', aboutCase('monitoring_result'))
/** `/summary review [case]`: a case whose need for support brings it back to the meeting. */
export const submitReview = command('summary.review', aboutCase('priority_review'))
/** `/summary study [case]`: 事例検討. */
export const submitCaseStudy = command('summary.study', aboutCase('case_study'))
/** `/summary issue`: a 地域課題 seen through cases. */
export const submitIssue = command('summary.issue', {
  ...withoutCase('regional_issue'),
  shortcut: { message: { takes: 'background' } },
})
/** `/summary notice`: 連絡事項. */
export const submitNotice = command('summary.notice', {
  ...withoutCase('notice'),
  shortcut: { message: { takes: 'content' } },
})
/** `/summary strengths [case]`: a case offered for GSV by the strengths model. */
export const submitGsvStrengths = command('summary.strengths', aboutCase('gsv_strengths'))
/** `/summary support [case]`: a case offered for GSV that supports the supporter. */
export const submitGsvSupporter = command('summary.support', aboutCase('gsv_supporter'))
