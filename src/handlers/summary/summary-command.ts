import { refusalCard } from '../../cards/answer.ts'
import { submittedCard } from '../../cards/summary.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { publishAt } from '../../domain/meeting/agenda-times.ts'
import { meetingDate, meetingName, meetingTitle } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { estimatedMinutes, type FormName, SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import { fieldsOfForm } from '../../domain/summary/region-forms.ts'
import { openCases } from '../../store/case/cases.ts'
import { releaseAsked } from '../../store/summary/asked-summaries.ts'
import { saveSummary, summaryFields } from '../../store/summary/summaries.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { type BaseCall, type Command, command, type Declared, type Outcome } from '../legacy/command.ts'
import { choice, type Field, longText, shortText } from '../legacy/field.ts'
import { caseCode, idOption, optionalCase } from '../legacy/options.ts'
import { meetingForSummary } from './meeting-for-summary.ts'
import { type Subject, subjectOfCase, subjectOfSummary } from './subject.ts'

const summaryOption = idOption('optional', (t) => t.commands.options.summary)

/** A title is one line; what is said in the meeting has its speaking time beside it. */
const ONE_LINE = 60

const writtenFields = (form: FormName, region: Pick<Region, 'summaryForms'>): Record<string, Field<string>> =>
  Object.fromEntries(
    fieldsOfForm(form, region).map(({ name, maxLength }) => {
      const words = (text: Catalogue) => text.summaries.forms[form].fields[name] ?? { label: name }
      return [name, (maxLength <= ONE_LINE ? shortText<string> : longText)({ words, maxLength })] as const
    }),
  )

/** Which case, where it is about one. */
const chosenFields = (form: FormName): Record<string, Field<string>> =>
  SUMMARY_FORMS[form].about === 'none'
    ? {}
    : { case: choice<string>({ words: (t) => t.summaries.fields.case }) }

/** A command by which something of one form comes on the next agenda; sent again before it closes, a new version. */
export const summaryCommand = (form: FormName, declared: Declared): Command =>
  command({
    ...declared,
    permission: 'summary.submit',
    options:
      SUMMARY_FORMS[form].about === 'none'
        ? { summary: summaryOption }
        : { case: optionalCase, summary: summaryOption },
    form: {
      title: (t) => t.summaries.forms[form].title,
      submit: (t) => t.summaries.submit.submit,
      fields: chosenFields(form),
      ofRegion: (region) => writtenFields(form, region),
    },
    run: (call) => openForm(call, form, call.options),
    submit: async (call) => {
      const { text, values, scope, asker, language } = call
      const { case: code, ...fields } = values
      const subject = await subjectFor(call, form, { ...call.options, ...(code ? { case: code } : {}) })
      if (subject === undefined)
        return { kind: 'correct', faults: { fields: { case: text.answers.form.choose } } }
      if (!subject.ok) return subject.refusal
      const { kase, planId, presenterId, existing } = subject
      const target = await meetingForSummary(call, presenterId, existing)
      if (!target.ok) return target.refusal
      const { meeting } = target
      const saved = await saveSummary(
        scope,
        existing?.id,
        {
          form,
          section: SUMMARY_FORMS[form].section,
          caseId: kase?.id ?? null,
          planId: planId ?? null,
          meetingId: meeting.id,
          presenterId,
          estimated: estimatedMinutes(form, fields),
          writtenBy: asker.memberId,
          fields,
        },
        call.now,
      )
      if (SUMMARY_FORMS[form].section === 'gsv') await releaseAsked(scope, meeting.id, 'gsv')
      call.note('change', 'summary', saved.id)
      const done = {
        name: kase
          ? text.summaries.submit.ofCase(kase.code)
          : (fields.topic ?? text.summaries.forms[form].title),
        version: saved.version,
        meeting: meetingName(call, meeting),
        closes: publishAt(call.region, meeting.startsAt),
        edit: { command: declared.id, options: { summary: saved.id } },
        ...(saved.version > 1
          ? { versions: { command: 'summary.versions', options: { summary: saved.id } } }
          : {}),
      }
      return { kind: 'say', card: submittedCard(done, language, text) }
    },
  })

type Given = { case?: string | undefined; summary?: string | undefined }

/** Undefined while nobody has said which case. */
const subjectFor = async (call: BaseCall, form: FormName, given: Given) => {
  if (given.summary !== undefined) {
    const named = await subjectOfSummary(call, form, given.summary)
    if (!named.ok || named.kase || SUMMARY_FORMS[form].about === 'none') return named
    const chosen = caseCode.safeParse(given.case)
    if (!chosen.success) return undefined
    const ofCase = await subjectOfCase(call, form, chosen.data)
    return ofCase.ok ? { ...ofCase, presenterId: named.presenterId, existing: named.existing } : ofCase
  }
  if (SUMMARY_FORMS[form].about === 'none') {
    const own = { kase: undefined, planId: undefined, presenterId: call.asker.memberId, existing: undefined }
    return { ok: true, ...own } satisfies Subject
  }
  const code = caseCode.safeParse(given.case)
  return code.success ? subjectOfCase(call, form, code.data) : undefined
}

const openForm = async (call: BaseCall, form: FormName, given: Given): Promise<Outcome> => {
  const subject = await subjectFor(call, form, given)
  if (subject === undefined) return offerCases(call, form, given)
  if (!subject.ok) return subject.refusal
  const { existing } = subject
  const target = await meetingForSummary(call, subject.presenterId, existing)
  if (!target.ok) return target.refusal
  const written = existing ? await summaryFields(call.scope, existing.id) : {}
  if (existing) call.note('read', 'summary', existing.id)
  const code = subject.kase?.code
  return {
    kind: 'ask',
    open: {
      options: { ...(code ? { case: code } : {}), ...(existing && !code ? { summary: existing.id } : {}) },
      intro: introFor(call, target.meeting),
      initial: { ...written, ...(code ? { case: code } : {}) },
      ...(code ? { choices: { case: [{ value: code, label: code }] } } : {}),
    },
  }
}

/** More than a platform's list holds are reached by naming the case. */
const OFFERED = 25

const offerCases = async (call: BaseCall, form: FormName, given: Given): Promise<Outcome> => {
  const { text, asker, scope } = call
  const own = await openCases(scope, { reach: 'region' }, { memberId: asker.memberId, limit: OFFERED })
  const [first] = own
  if (!first) {
    const words = text.summaries.submit
    return { kind: 'refuse', card: refusalCard('summary.no-cases', words.noCases, words.noCasesNext) }
  }
  if (own.length === 1) return openForm(call, form, { ...given, case: first.code })
  const target = await meetingForSummary(call, asker.memberId, undefined)
  if (!target.ok) return target.refusal
  const choices = own.map(({ code }) => ({ value: code, label: code }))
  return { kind: 'ask', open: { intro: introFor(call, target.meeting), choices: { case: choices } } }
}

const introFor = (call: BaseCall, meeting: Parameters<typeof meetingName>[1]): string =>
  call.text.summaries.submit.intro(
    meetingTitle(call.region, meeting),
    writeDate(meetingDate(call, meeting), call.language),
  )
