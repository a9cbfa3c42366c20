import type { FieldView, FormValues } from '../bot/form.ts'
import { findPersonalData, markFindings } from '../domain/privacy/find-personal-data.ts'
import { SUGGESTIONS } from '../domain/privacy/mask-findings.ts'
import type { NameGuard } from '../domain/privacy/names/name-guard.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** The field that comes into a refused form, and into no other. */
const NOT_NAMES = 'not_names'
/** What a platform can offer at once. */
const OFFERED = 10

/** What the guard says of one text. `doubtful`: words that look like names, also those that were said to be none. */
export type Guarded = { fault: string | undefined; doubtful: string[]; passed: number }

/** Words that the writer said are no names. */
export const saidNotNames = (typed: FormValues): ReadonlySet<string> =>
  new Set([typed[NOT_NAMES] ?? []].flat())

/** Numbers, addresses and what stands in a field for a name cannot be passed: the language says nothing of them. */
export const guard = (
  typed: string,
  notNames: ReadonlySet<string>,
  names: NameGuard,
  text: Catalogue,
): Guarded => {
  const findings = findPersonalData(typed, names)
  const word = ({ start, end }: { start: number; end: number }) => typed.slice(start, end)
  const left = findings.filter((one) => !(one.byWords && notNames.has(word(one))))
  const doubtful = findings.filter(({ byWords }) => byWords).map(word)
  const passed = findings.length - left.length
  if (left.length === 0) return { fault: undefined, doubtful, passed }
  const { privacy } = text.answers
  const kinds = [...new Set(left.map(({ kind }) => kind))]
  const named = kinds.map((kind) => privacy.kinds[kind]).join(privacy.and)
  const instead = [...new Set(kinds.map((kind) => privacy.instead[SUGGESTIONS[kind]]))].join(privacy.or)
  return { fault: privacy.found(named, instead, markFindings(typed, left)), doubtful, passed }
}

/** One press for each word that is no name. */
export const notNamesField = (doubtful: readonly string[], text: Catalogue): FieldView[] => {
  const words = text.answers.privacy.notNames
  const choices = [...new Set(doubtful)].slice(0, OFFERED).map((value) => ({ value, label: value }))
  if (choices.length === 0) return []
  return [
    { kind: 'choices', name: NOT_NAMES, required: false, label: words.label, hint: words.hint, choices },
  ]
}
