import type { Catalogue } from './catalogue.ts'

type Topic = {
  /** Absent: the title says it all. */
  form?: keyof Catalogue['summaries']['forms']
  planKind?: keyof Catalogue['cases']['kinds']
  code?: string
  title?: string
  /** Of what is no case summary. */
  kind?: keyof Catalogue['agendas']['items']
}

/** What is discussed, by its kind and its own title or the case's code: of a topic that its readers may see so. */
export const topicText = ({ form, kind: item, planKind, code, title }: Topic, text: Catalogue): string => {
  if (item) return text.agendas.items[item].topic(title ?? '')
  const words = text.agendas.topic
  const kind = planKind ? words.plan(text.cases.kinds[planKind]) : form && text.summaries.forms[form].topic
  const about = title ?? code
  if (kind === undefined) return about ?? text.document.nothing
  if (about === undefined) return kind
  return title === undefined ? words.withCode(kind, about) : words.titled(kind, about)
}
