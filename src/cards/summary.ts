import {
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  type ListItem,
  list,
  note,
  type Parts,
  paragraph,
  under,
} from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { type Press, pressOf } from '../bot/press.ts'
import { writeDateTime } from '../domain/calendar/write-date.ts'
import type { FormName } from '../domain/summary/forms.ts'
import type { WantedSummary } from '../domain/summary/wanted-summary.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** Confirms to the writer what was stored, for which meeting, and until when it can be changed. */
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
  return card(
    'summary.submitted',
    heading,
    fields(
      field(words.meeting, summary.meeting),
      field(words.closes, writeDateTime(summary.closes.toPlainDateTime(), language)),
    ),
    note(words.closesNext),
    buttons(
      { label: words.edit, press: summary.edit },
      summary.versions && { label: words.versions, press: summary.versions },
    ),
  )
}

type SummaryView = {
  id: string
  form: FormName
  code: string
  presenter: string
  /** Of which the centre's button speaks. */
  version: number
  fields: Record<string, string>
}

/** What was written, each field under its name. */
const writtenParts = ({ form, fields }: Pick<SummaryView, 'form' | 'fields'>, text: Catalogue): Parts =>
  Object.entries(fields).map(([name, written]) =>
    paragraph(`${text.summaries.forms[form].fields[name]?.label ?? name}\n${written}`),
  )

/** One summary as it was written; `toAgree` adds the centre's button. */
export const summaryCard = (view: SummaryView, toAgree: boolean, text: Catalogue): Card => {
  const { forms, agree } = text.summaries
  const heading = agree.heading(view.code, forms[view.form].title)
  return card(
    'summary.shown',
    heading,
    note(view.presenter),
    writtenParts(view, text),
    toAgree && [
      buttons(
        button(
          agree.agree,
          'summary.agree',
          { summary: view.id, agreed: 'yes', seen: String(view.version) },
          { style: 'primary' },
        ),
      ),
      note(agree.note),
    ],
  )
}

export const agreedCard = (code: string, text: Catalogue): Card =>
  card('summary.agreed', text.summaries.agree.done(code), note(text.summaries.agree.doneNext))

export type SummaryLine = {
  name: string
  form: FormName
  meeting: string
  version: number
  open: boolean
  edit: Press
}
export type MissingSummary = WantedSummary & { member: string }

/** The command that writes each form. */
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
export const writePress = ({ code, form, summaryId }: Omit<WantedSummary, 'memberId'>): Press =>
  pressOf(COMMAND_OF[form], { case: code ?? undefined, summary: summaryId || undefined })

/** Has somebody else present a missing one. */
export const presenterPress = ({ code, form, summaryId }: Omit<WantedSummary, 'memberId'>): Press => ({
  command: 'agenda.presenter',
  options: summaryId ? { summary: summaryId } : { case: code ?? '', form },
})

/** Names a wanted summary: its case and form, or the form alone while no case is chosen. */
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
      button: open ? { label: words.edit, press: edit } : undefined,
    }),
  )
  const nothing = missing.length + submitted.length === 0
  return card(
    'summary.list',
    words.heading,
    nothing && paragraph(words.none),
    under(words.missing, list(missingItems)),
    under(words.submitted, list(submittedItems)),
  )
}

type Version = { version: number; by: string; at: Temporal.PlainDateTime; fields: Record<string, string> }

/** Every version, the latest first, with the fields that differ from the one before. */
export const summaryVersionsCard = (
  { name, form, versions }: { name: string; form: FormName; versions: Version[] },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.summaries.versions
  const { fields: labels } = text.summaries.forms[form]
  return card(
    'summary.versions',
    words.heading(name),
    versions.map(({ version, by, at, fields }, index): Parts => {
      const before = versions[index + 1]?.fields ?? {}
      const changed = Object.entries(fields).filter(([field, written]) => written !== before[field])
      return [
        paragraph(words.version(version, writeDateTime(at, language), by)),
        list(
          changed.map(([field, written]) => ({
            text: `${labels[field]?.label ?? field}\n${written}`,
            detail: before[field] !== undefined ? words.before(before[field]) : undefined,
          })),
        ),
      ]
    }),
  )
}
