import { expect, test } from 'vitest'
import { catalogues } from '../../src/text/catalogue.ts'

type Said = string | ((...given: unknown[]) => unknown)
type Entry = { path: string; said: Said }

const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u
/** Japanese that an English reader is to type or see as it is: words on a certificate, the bot's own name. */
const AS_IT_IS = [
  'commands.case.register.form.fields.monitoring.placeholder',
  'commands.plan.new.form.fields.monitoring.placeholder',
  'commands.plan.change.form.fields.monitoring.placeholder',
  'commands.plan.renew.form.fields.monitoring.placeholder',
  'commands.plan.certificate.form.fields.lines.hint',
  'commands.plan.certificate.asPrinted',
  'fieldFaults.monitoring-line',
  'ledger.fault.bad-kind',
  'ledger.fault.bad-state',
  'ledger.fault.counting-column',
  'ledger.fault.long-over',
  'ledger.fault.month-or-interval',
  'ledger.fault.no-validity',
  'ledger.fault.which-year',
  'practice.language.ja',
]
/** Between two words, said by another sentence beside it, or a blank line of a sheet. */
const MAY_BE_EMPTY = /^(?:forecast\.between|gsv\.groups\.confirmed|records\.about\.\w+\.\d+)$/
/** Twelve names in place of a number. */
const BY_NAME = ['meetings.rule.month']

const entriesOf = (value: unknown, path: string): Entry[] => {
  if (typeof value === 'string' || typeof value === 'function') return [{ path, said: value as Said }]
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no sentence`)
  return Object.entries(value).flatMap(([key, one]) => entriesOf(one, path === '' ? key : `${path}.${key}`))
}

const { ja, en } = { ja: entriesOf(catalogues.ja, ''), en: entriesOf(catalogues.en, '') }
const english = new Map(en.map(({ path, said }) => [path, said]))

/** What stands for somebody's name, a date, a count. */
const GIVEN: ((at: number) => unknown)[] = [
  (at) => `⟦${at}⟧`,
  (at) => 4_001 + at,
  (at) => [`⟦${at}⟧`],
  (at) => [4_001 + at],
]

const fill = (said: Said, give: (at: number) => unknown): string | undefined => {
  if (typeof said === 'string') return said
  try {
    const filled = said(...Array.from({ length: Math.max(said.length, 1) }, (_, at) => give(at)))
    return typeof filled === 'string' ? filled : JSON.stringify(filled)
  } catch {
    return undefined
  }
}

/** A sentence with something in its places, in a way that it takes. */
const sentence = (said: Said): string => {
  for (const give of GIVEN) {
    const filled = fill(said, give)
    if (filled !== undefined) return filled
  }
  throw new Error(`a sentence that takes neither words nor numbers: ${said}`)
}

const placesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/⟦(\d+)⟧|4,?00(\d)/g)].map(([, word, number]) => word ?? String(Number(number) - 1)),
  ),
]

/** Words that people may type for one thing: as many as a language has. */
const TYPED_WORDS = /^(setup\.members\.roles\.\w+)\.\d+$/

test('both languages have the same sentences', () => {
  const pathsOf = (entries: readonly Entry[]) => [
    ...new Set(entries.map(({ path }) => path.replace(TYPED_WORDS, '$1')).toSorted()),
  ]
  expect(ja.length).toBeGreaterThan(1_000)
  expect(pathsOf(en)).toEqual(pathsOf(ja))
})

test('none is empty', () => {
  const empty = [...ja, ...en].filter(({ said }) => sentence(said).trim() === '')
  const told = empty.map(({ path }) => path).filter((path) => !MAY_BE_EMPTY.test(path))
  expect(told.filter((path) => !BY_NAME.includes(path))).toEqual([])
})

test('none in English is left in Japanese', () => {
  const left = en.filter(({ said }) => JAPANESE.test(sentence(said)))
  expect(left.map(({ path }) => path).filter((path) => !AS_IT_IS.includes(path))).toEqual([])
})

test('none in Japanese is an English sentence', () => {
  const left = ja.filter(({ said }) => {
    const text = sentence(said)
    return /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text) && !JAPANESE.test(text)
  })
  expect(left.map(({ path }) => path)).toEqual([])
})

test('what a Japanese sentence is given is told in the English one, too', () => {
  const differing = ja.flatMap(({ path, said }) => {
    const other = english.get(path)
    if (other === undefined || BY_NAME.includes(path)) return []
    for (const give of GIVEN) {
      const [told, toldInEnglish] = [fill(said, give), fill(other, give)]
      if (told === undefined || toldInEnglish === undefined) continue
      const missing = placesIn(told).filter((place) => !placesIn(toldInEnglish).includes(place))
      return missing.length > 0 ? [`${path}: ${missing}`] : []
    }
    return []
  })
  expect(differing).toEqual([])
})
