import type { PaperTopic } from '../domain/document/paper.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** What is discussed, by its kind and the case's code or its own title. */
export const topicName = ({ form, planKind, code, title }: PaperTopic, text: Catalogue): string => {
  const words = text.agendas.topic
  const kind = planKind ? words.plan(text.cases.kinds[planKind]) : form && text.summaries.forms[form].topic
  const about = title ?? code
  if (kind === undefined) return about ?? text.document.nothing
  if (about === undefined) return kind
  return title === undefined ? words.withCode(kind, about) : words.titled(kind, about)
}
