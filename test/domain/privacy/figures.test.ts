import { describe, expect, test } from 'vitest'
import { loadDictionary } from '../../../src/app/dictionary.ts'
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts'
import { nameGuard } from '../../../src/domain/privacy/names/name-guard.ts'
import { figures, labelled } from './labelled.ts'

const tokenise = loadDictionary()
const nobody = nameGuard(tokenise, [])

const SETS = [
  'tuned.txt',
  'held-out.txt',
  'third.txt',
  'fourth.txt',
  'fifth.txt',
  'sixth.txt',
  'seventh.txt',
  'eighth.txt',
  'ninth.txt',
  'unseen.txt',
]

describe.each(SETS)('%s', (name) => {
  const all = figures(labelled(name), nobody)
  test.each([...all])('%s: recall 0.98 and precision 0.95', (kind, { found, missed, tooMany }) => {
    const recall = found / (found + missed.length)
    const precision = found / (found + tooMany.length)
    console.info(`${name}\t${kind}\t${found}\t${recall.toFixed(3)}\t${precision.toFixed(3)}`)
    if (kind !== 'all') return
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(precision, tooMany.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})

test('there are enough sentences, and half of them are harmless', () => {
  const sentences = SETS.flatMap(labelled)
  const harmless = sentences.filter(({ places }) => places.length === 0)
  expect(sentences.length).toBeGreaterThan(1_200)
  expect(harmless.length / sentences.length).toBeGreaterThan(0.45)
})

test('a member of the roster may be named, whole or in part; somebody else of that family name may not', () => {
  const guard = nameGuard(tokenise, ['小林 春香', 'かくう はなこ'])
  const found = (text: string) =>
    findPersonalData(text, guard).map(({ start, end }) => text.slice(start, end))
  expect(found('担当の小林より、小林春香さんと小林　春香が訪問した。')).toEqual([])
  expect(found('かくうさんが来た。')).toEqual([])
  expect(found('小林健太さんと田中さんが来た。')).toEqual(['小林健太', '田中'])
})

test('figures of each kind, over all sets', () => {
  const all = figures(SETS.flatMap(labelled), nobody)
  for (const [kind, { found, missed, tooMany }] of all) {
    const recall = found / (found + missed.length)
    const precision = found / (found + tooMany.length)
    console.info(
      `| \`${kind}\` | ${found + missed.length} | ${missed.length} | ${tooMany.length} | ${recall.toFixed(3)} | ${precision.toFixed(3)} |`,
    )
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(precision, tooMany.join('\n')).toBeGreaterThanOrEqual(0.95)
  }
  expect(all.size).toBe(15)
})

test('what a region says is no name is none, and stays one where it stands beside others', () => {
  const guard = nameGuard(tokenise, [], ['佐藤さんちの広場', 'ひまわり田中'])
  const found = (text: string) =>
    findPersonalData(text, guard).map(({ start, end }) => text.slice(start, end))
  expect(found('佐藤さんちの広場で遊び、ひまわり田中を見学した。')).toEqual([])
  expect(found('佐藤さんと佐藤さんちの広場に行った。')).toEqual(['佐藤'])
  expect(found('氏名：ひまわり田中')).not.toEqual([])
})

test('a name with a letter outside the basic plane is marked whole', () => {
  const found = (text: string) =>
    findPersonalData(text, nobody).map(({ start, end }) => text.slice(start, end))
  expect(found('𠮷田花子が来た。')).toEqual(['𠮷田花子'])
  expect(found('𣘺本さん')).toEqual(['𣘺本'])
  expect(found('𠮟られて𩸽を残した。')).toEqual([])
})

test('only a name by the language’s words may be said to be none', () => {
  const text = '田中は休んだ。氏名：佐藤花子　電話090-0000-1234'
  expect(findPersonalData(text, nobody).map(({ kind, byWords }) => [kind, byWords])).toEqual([
    ['person_name', true],
    ['person_name', undefined],
    ['phone', undefined],
  ])
})

test.each(['田中', 'さん', '田中さん', 'たなか ', 'カ', '担当：', '氏名　', 'の', '😀', '鈴木\n'])(
  'a long text of %j is looked through without hanging',
  (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length))
    const begun = performance.now()
    findPersonalData(text, nobody)
    expect(performance.now() - begun).toBeLessThan(60_000)
  },
)
