import type { FieldView, FormFaults, FormValues, FormView } from '../bot/form.ts'
import { isWritable } from '../domain/form/writable.ts'
import { findPersonalData, markFindings } from '../domain/privacy/find-personal-data.ts'
import { SUGGESTIONS } from '../domain/privacy/mask-findings.ts'
import type { NameGuard } from '../domain/privacy/names/name-guard.ts'
import type { Region } from '../domain/region/region.ts'
import { SPEAKING_PER_MINUTE } from '../domain/summary/forms.ts'
import type { Catalogue } from '../text/catalogue.ts'
import type { Command, FormOf, OpenForm } from './command.ts'
import type { Field, FieldWords } from './fields.ts'

/** Returns a form's fields with those that the region's file adds; without these in a workspace of no region. */
export const formFields = (form: FormOf, region: Region | undefined): Record<string, Field> => ({
  ...form.fields,
  ...(region && form.ofRegion?.(region)),
})

/** A declared form in the reader's words, filled with what is known. Throws when the command has none: a bug. */
export const formView = (
  declared: Command,
  open: OpenForm,
  carried: Record<string, string>,
  text: Catalogue,
  region: Region | undefined,
): FormView => {
  const { form: words } = declared.words(text)
  if (!declared.form || !words) throw new Error(`${declared.id} opens a form and declares none`)
  return {
    press: { command: declared.id, options: carried },
    title: words.title,
    submit: words.submit,
    cancel: text.answers.form.cancel,
    intro: open.intro,
    fields: Object.entries(formFields(declared.form, region))
      .filter(([name, field]) => !field.lateLabel || open.labels?.[name] !== undefined)
      .map(([name, field]) =>
        fieldView(name, field, field.words?.(text) ?? words.fields[name] ?? NO_WORDS, open, text),
      ),
  }
}

/** Placeholder for a field that is labelled when the form is opened. */
const NO_WORDS: FieldWords = { label: '' }

const fieldView = (
  name: string,
  field: Field,
  words: FieldWords,
  open: OpenForm,
  text: Catalogue,
): FieldView => {
  const filled = [open.initial?.[name] ?? []].flat()
  const [initial] = filled
  const late = open.labels?.[name]
  const label = late === undefined ? {} : { label: late, required: true }
  const common = { name, required: field.required, ...words, ...label, initial }
  switch (field.kind) {
    case 'short-text':
      return { ...common, kind: 'short-text', maxLength: field.maxLength }
    case 'long-text': {
      if (!field.spoken) return { ...common, kind: 'long-text', maxLength: field.maxLength }
      const seconds = Math.round((field.maxLength / SPEAKING_PER_MINUTE) * 60)
      const length = text.answers.form.speakingTime(field.maxLength, seconds)
      const hint = [words.hint, length].filter(Boolean).join(' ')
      return { ...common, hint, kind: 'long-text', maxLength: field.maxLength }
    }
    case 'choice':
      return { ...common, kind: 'choice', choices: open.choices?.[name] ?? field.choices?.(text) ?? [] }
    case 'choices':
      return {
        name,
        required: field.required,
        ...words,
        kind: 'choices',
        choices: open.choices?.[name] ?? field.choices?.(text) ?? [],
        initial: filled.length > 0 ? filled : undefined,
      }
    case 'date':
      return { ...common, kind: 'date' }
    default:
      return field.kind satisfies never
  }
}

/** `doubtful`: words that look like names; `exceptions`: how many places their writer said to be none. */
export type FormRead = { doubtful: string[]; exceptions: number } & (
  | { ok: true; values: Record<string, unknown> }
  /** `isGuarded`: the privacy guard refused something. */
  | { ok: false; faults: FormFaults; isGuarded: boolean }
)

/**
 * Validates a form, alike on every platform: each text by the privacy guard before anything else sees it, then each
 * field by its schema. Returns all faults at once, each at its field.
 */
export const readForm = (
  fields: Record<string, Field>,
  typed: FormValues,
  text: Catalogue,
  names: NameGuard,
): FormRead => {
  const values: Record<string, unknown> = {}
  const faults: Record<string, string> = {}
  const doubtful: string[] = []
  const notNames = saidNotNames(typed)
  let exceptions = 0
  let isGuarded = false
  for (const [name, field] of Object.entries(fields)) {
    const raw = typed[name]
    const fault = faultBeforeGuard(field, raw, text)
    if (fault !== undefined) {
      faults[name] = fault
      continue
    }
    const guarded =
      isWritten(field) && typeof raw === 'string' ? guard(raw, notNames, names, text) : undefined
    doubtful.push(...(guarded?.doubtful ?? []))
    exceptions += guarded?.exceptions ?? 0
    const parsed = field.schema.safeParse(raw)
    isGuarded ||= guarded?.fault !== undefined
    if (guarded?.fault !== undefined) faults[name] = guarded.fault
    else if (parsed.success) values[name] = parsed.data
    else faults[name] = fieldFault(field, raw, parsed.error.issues[0]?.message, text)
  }
  const faulty = Object.keys(faults).length > 0
  return faulty
    ? {
        ok: false,
        faults: { general: text.answers.form.general, fields: faults },
        isGuarded,
        doubtful,
        exceptions,
      }
    : { ok: true, values, doubtful, exceptions }
}

/** Rejects what cannot be stored, or is too long for the privacy guard to scan. */
const faultBeforeGuard = (
  field: Field,
  raw: string | string[] | undefined,
  text: Catalogue,
): string | undefined => {
  if (![raw ?? []].flat().every(isWritable)) return text.fieldFaults.unwritable
  const isTooLong = isWritten(field) && typeof raw === 'string' && raw.trim().length > field.maxLength
  return isTooLong ? fieldFault(field, raw, undefined, text) : undefined
}

/** Whether people write it, so that the privacy guard scans it: chosen values are our own ids. */
const isWritten = ({ kind, namesColleague }: Field): boolean =>
  !namesColleague && (kind === 'short-text' || kind === 'long-text')

/** Limit of a scan, in characters: more than any platform lets anybody type. */
const LOOKED_THROUGH = 20_000

/** Whether a draft must leave the text out: it holds personal data, or is too long to be scanned. */
export const holdsPersonalData = (field: Field, typed: string | string[], names: NameGuard): boolean =>
  isWritten(field) &&
  typeof typed === 'string' &&
  (typed.length > LOOKED_THROUGH || findPersonalData(typed, names).length > 0)

const fieldFault = (
  field: Field,
  raw: string | string[] | undefined,
  message: string | undefined,
  text: Catalogue,
): string => {
  const { form } = text.answers
  const length = typeof raw === 'string' ? raw.trim().length : (raw?.length ?? 0)
  if (length === 0) return form.required
  if (field.kind === 'choice') return form.choose
  if (length > field.maxLength) return form.tooLong(field.maxLength, length)
  return fieldFaultByReason(message, text)
}

/** A schema's message is the key of its sentence in `fieldFaults`. */
const fieldFaultByReason = (message: string | undefined, text: Catalogue): string => {
  const sentences: Record<string, string> = text.fieldFaults
  return sentences[message ?? ''] ?? text.answers.form.required
}

/** Fills in again what was typed, unchanged. */
export const withTyped = (view: FormView, typed: FormValues): FormView => ({
  ...view,
  fields: view.fields.map((field): FieldView => {
    const value = typed[field.name]
    if (value === undefined) return field
    if (field.kind === 'choices') return { ...field, initial: [value].flat() }
    return { ...field, initial: [value].flat()[0] ?? '' }
  }),
})

/** Field added to refused forms alone: which words are no names. */
const NOT_NAMES = 'not_names'
/** Most choices that a field can offer on every platform. */
const OFFERED = 10

/** What the guard says of one text. `doubtful`: words that look like names, also those that were said to be none. */
type Guarded = { fault: string | undefined; doubtful: string[]; exceptions: number }

/** Words that the writer said are no names. */
const saidNotNames = (typed: FormValues): ReadonlySet<string> => new Set([typed[NOT_NAMES] ?? []].flat())

/**
 * Scans a text for personal data. Exceptions hold for words alone (`byWords`), never for numbers, addresses and what
 * stands in a field for a name: the language says nothing of them.
 */
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
  const exceptions = findings.length - left.length
  if (left.length === 0) return { fault: undefined, doubtful, exceptions }
  const { privacy } = text.answers
  const kinds = [...new Set(left.map(({ kind }) => kind))]
  const named = kinds.map((kind) => privacy.kinds[kind]).join(privacy.and)
  const instead = [...new Set(kinds.map((kind) => privacy.instead[SUGGESTIONS[kind]]))].join(privacy.or)
  return { fault: privacy.found(named, instead, markFindings(typed, left)), doubtful, exceptions }
}

/** Builds the field that offers each doubtful word as no name. */
export const notNamesField = (doubtful: readonly string[], text: Catalogue): FieldView[] => {
  const words = text.answers.privacy.notNames
  const choices = [...new Set(doubtful)].slice(0, OFFERED).map((value) => ({ value, label: value }))
  if (choices.length === 0) return []
  return [
    { kind: 'choices', name: NOT_NAMES, required: false, label: words.label, hint: words.hint, choices },
  ]
}
