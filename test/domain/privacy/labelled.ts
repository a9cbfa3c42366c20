import { readFileSync } from 'node:fs'
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts'
import type { FindingKind } from '../../../src/domain/privacy/finding.ts'
import type { NameGuard } from '../../../src/domain/privacy/names/name-guard.ts'

/** `<n>田中</n>さん`: a letter for each kind. */
const KINDS: Readonly<Record<string, FindingKind>> = {
  n: 'person_name',
  a: 'address',
  b: 'birth_date',
  p: 'phone',
  e: 'email',
  c: 'certificate_number',
  m: 'my_number',
  z: 'postal_code',
  k: 'chat_id',
  v: 'car_plate',
  o: 'bank_account',
  s: 'school_class',
  r: 'residence_card',
  q: 'passport',
}

type Place = { kind: FindingKind; start: number; end: number }
type Labelled = { text: string; places: Place[] }

/** The sentences of a file, without their marks. `\n` in them is a line break. */
export const labelled = (name: string): Labelled[] =>
  readFileSync(new URL(`../../fixtures/privacy/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readLine)

const readLine = (line: string): Labelled => {
  const places: Place[] = []
  let text = ''
  let start = 0
  for (const [, closes, letter, piece] of line.replaceAll('\\n', '\n').matchAll(/<(\/?)([a-z])>|([^<]+)/gu)) {
    const kind = KINDS[letter ?? '']
    if (piece !== undefined) text += piece
    else if (closes === '') start = text.length
    else if (kind) places.push({ kind, start, end: text.length })
  }
  return { text, places }
}

type Figures = { found: number; missed: string[]; tooMany: string[] }

/** Counts findings whose kind and both ends are right; the rest by their sentence. */
export const figures = (sentences: readonly Labelled[], names: NameGuard): Map<string, Figures> => {
  const all = new Map<string, Figures>()
  const of = (kind: string) => all.get(kind) ?? { found: 0, missed: [], tooMany: [] }
  const count = (kind: string, change: (one: Figures) => void) => {
    for (const name of [kind, 'all']) {
      const one = of(name)
      change(one)
      all.set(name, one)
    }
  }
  const key = ({ kind, start, end }: Place) => `${kind} ${start} ${end}`
  for (const { text, places } of sentences) {
    const findings = findPersonalData(text, names)
    const [want, got] = [new Set(places.map(key)), new Set(findings.map(key))]
    const marked = ({ start, end }: Place) =>
      `${text.slice(0, start)}【${text.slice(start, end)}】${text.slice(end)}`
    for (const place of places)
      count(place.kind, (one) => {
        if (got.has(key(place))) one.found += 1
        else one.missed.push(marked(place))
      })
    for (const finding of findings)
      if (!want.has(key(finding))) count(finding.kind, (one) => one.tooMany.push(marked(finding)))
  }
  return all
}
