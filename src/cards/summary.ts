import type { Card, ListItem, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import type { Press } from '../bot/press.ts'
import { writeDateTime } from '../domain/calendar/write-date.ts'
import type { FormName } from '../domain/summary/forms.ts'
import type { WantedSummary } from '../domain/summary/wanted-summary.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** Said to the writer: what was stored, for which meeting, and until when it can be changed. */
export const submittedCard = (
  summary: {
    name: string
    version: number
    meeting: string
    closes: Temporal.ZonedDateTime
    edit: Press
    versions?: Press
  },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.summaries.submit
  const { name, version } = summary
  const heading = version === 1 ? words.done(name) : words.edited(name, version)
  return {
    tag: 'summary.submitted',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.meeting, value: summary.meeting },
          { label: words.closes, value: writeDateTime(summary.closes.toPlainDateTime(), language) },
        ],
      },
      { part: 'note', text: words.closesNext },
      {
        part: 'buttons',
        buttons: [
          { label: words.edit, press: summary.edit },
          ...(summary.versions ? [{ label: words.versions, press: summary.versions }] : []),
        ],
      },
    ],
  }
}

type SummaryView = {
  id: string
  form: FormName
  code: string
  presenter: string
  fields: Record<string, string>
}

/** What was written, each field under its name. */
const writtenParts = ({ form, fields }: Pick<SummaryView, 'form' | 'fields'>, text: Catalogue): Part[] =>
  Object.entries(fields).map(([name, written]) => ({
    part: 'text',
    text: `${text.summaries.forms[form].fields[name]?.label ?? name}\n${written}`,
  }))

/** One summary as it was written; `toAgree` adds the centre's button. */
export const summaryCard = (view: SummaryView, toAgree: boolean, text: Catalogue): Card => {
  const { forms, agree } = text.summaries
  const heading = agree.heading(view.code, forms[view.form].title)
  const press = { command: 'summary.agree', options: { summary: view.id, agreed: 'yes' } }
  return {
    tag: 'summary.shown',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'note', text: view.presenter },
      ...writtenParts(view, text),
      ...(toAgree
        ? [
            { part: 'buttons' as const, buttons: [{ label: agree.agree, press, style: 'primary' as const }] },
            { part: 'note' as const, text: agree.note },
          ]
        : []),
    ],
  }
}

export const agreedCard = (code: string, text: Catalogue): Card =>
  noteCard('summary.agreed', text.summaries.agree.done(code), text.summaries.agree.doneNext)

const noteCard = (tag: string, heading: string, note: string): Card => ({
  tag,
  summary: heading,
  parts: [
    { part: 'heading', text: heading },
    { part: 'note', text: note },
  ],
})

export type SummaryLine = {
  name: string
  form: FormName
  meeting: string
  version: number
  open: boolean
  edit: Press
}
export type MissingSummary = WantedSummary & { member: string }

/** Which command writes a form. */
export const COMMAND_OF: Record<FormName, string> = {
  intake: 'summary.intake',
  plan_review: 'summary.submit',
  monitoring_result: 'summary.result',
  gsv_strengths: 'summary.strengths',
  gsv_supporter: 'summary.support',
  case_study: 'summary.study',
  priority_review: 'summary.review',
  regional_issue: 'summary.issue',
  notice: 'summary.notice',
}

/** Opens the form of a missing one. */
export const writePress = ({ code, form, summaryId }: Omit<WantedSummary, 'memberId'>): Press => ({
  command: COMMAND_OF[form],
  options: { ...(code === null ? {} : { case: code }), ...(summaryId ? { summary: summaryId } : {}) },
})

/** Has somebody else present a missing one. */
export const presenterPress = ({ code, form, summaryId }: Omit<WantedSummary, 'memberId'>): Press => ({
  command: 'agenda.presenter',
  options: summaryId ? { summary: summaryId } : { case: code ?? '', form },
})

/** What a wanted one is called: its case with what is written, or that alone while nobody has chosen the case. */
export const wantedName = ({ code, form }: Pick<WantedSummary, 'code' | 'form'>, text: Catalogue): string => {
  const { title } = text.summaries.forms[form]
  return code === null ? title : text.summaries.list.missingItem(code, title)
}

export const summaryListCard = (
  missing: MissingSummary[],
  submitted: SummaryLine[],
  text: Catalogue,
): Card => {
  const words = text.summaries.list
  const missingItems = missing.map(
    (one): ListItem => ({
      text: wantedName(one, text),
      detail: one.member,
      button: { label: words.write, press: writePress(one) },
    }),
  )
  const submittedItems = submitted.map(
    ({ name, form, meeting, version, open, edit }): ListItem => ({
      text: words.missingItem(name, text.summaries.forms[form].title),
      detail: [meeting, words.version(version)].join(text.answers.listSeparator),
      ...(open ? { button: { label: words.edit, press: edit } } : {}),
    }),
  )
  const nothing = missing.length + submitted.length === 0
  return {
    tag: 'summary.list',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      ...(nothing ? [{ part: 'text' as const, text: words.none }] : []),
      ...group(words.missing, missingItems),
      ...group(words.submitted, submittedItems),
    ],
  }
}

const group = (title: string, items: ListItem[]): Part[] =>
  items.length === 0
    ? []
    : [
        { part: 'text', text: title },
        { part: 'list', items },
      ]

type Version = { version: number; by: string; at: Temporal.PlainDateTime; fields: Record<string, string> }

/** Every version, the latest first, with the fields that differ from the one before. */
export const summaryVersionsCard = (
  { name, form, versions }: { name: string; form: FormName; versions: Version[] },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.summaries.versions
  const { fields: labels } = text.summaries.forms[form]
  return {
    tag: 'summary.versions',
    summary: words.heading(name),
    parts: [
      { part: 'heading', text: words.heading(name) },
      ...versions.flatMap(({ version, by, at, fields }, index): Part[] => {
        const before = versions[index + 1]?.fields ?? {}
        const changed = Object.entries(fields).filter(([field, written]) => written !== before[field])
        return [
          { part: 'text', text: words.version(version, writeDateTime(at, language), by) },
          {
            part: 'list',
            items: changed.map(([field, written]) => ({
              text: `${labels[field]?.label ?? field}\n${written}`,
              ...(before[field] === undefined ? {} : { detail: words.before(before[field]) }),
            })),
          },
        ]
      }),
    ],
  }
}
