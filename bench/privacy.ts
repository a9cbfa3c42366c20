import { readdirSync, readFileSync } from 'node:fs'
import { loadDictionary } from '../src/app/dictionary.ts'
import { findPersonalData } from '../src/domain/privacy/find-personal-data.ts'
import { nameGuard } from '../src/domain/privacy/names/name-guard.ts'
import { print } from './scratch.ts'

/**
 * Measures the privacy guard after its dictionary is loaded, as `pii check --lines` runs it, and on the texts of a form,
 * beside the morphological analysis alone. Run: `node bench/privacy.ts [--json]`.
 */

const FIXTURES = new URL('../test/fixtures/privacy/', import.meta.url)
const ROUNDS = 9
const FORMS = 1_000
/** Fields of a form, and sentences of some twenty characters in each: what is usual, and a summary written full. */
const SIZES = { usual: { fields: 4, lines: 5 }, full: { fields: 7, lines: 10 } }
type Size = (typeof SIZES)[keyof typeof SIZES]

const sentences = readdirSync(FIXTURES)
  .flatMap((name) => readFileSync(new URL(name, FIXTURES), 'utf8').split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replaceAll(/<\/?[a-z]>/gu, '').replaceAll('\\n', '\n'))
const tokenise = loadDictionary()

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)
const at = (numbers: readonly number[], share: number): number =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0

/** By the wall and by the processor's time: on a machine with other work only the second can be compared. */
const perSecond = (work: (text: string) => unknown) => {
  const taken = Array.from({ length: ROUNDS }, () => {
    const [before, begun] = [process.cpuUsage(), performance.now()]
    for (const text of sentences) work(text)
    const { user, system } = process.cpuUsage(before)
    return { wall: performance.now() - begun, processor: (user + system) / 1_000 }
  })
  const rate = (of: 'wall' | 'processor') =>
    Math.round(
      (1_000 * sentences.length) /
        at(
          taken.map((one) => one[of]),
          0.5,
        ),
    )
  return { wall: rate('wall'), processor: rate('processor') }
}

const field = (form: number, index: number, { lines }: Size): string =>
  Array.from(
    { length: lines },
    (_, line) => sentences[(form * 31 + index * 7 + line * 13) % sentences.length],
  ).join('')

/** As a submit does it: a guard of its own, and each field once. */
const submit = (form: number, size: Size) => {
  const texts = Array.from({ length: size.fields }, (_, index) => field(form, index, size))
  const [before, begun] = [process.cpuUsage(), performance.now()]
  const names = nameGuard(tokenise, ['架空 花子'])
  for (const text of texts) findPersonalData(text, names)
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - begun, processor: (user + system) / 1_000 }
}

const submits = (size: Size) => {
  const taken = Array.from({ length: FORMS }, (_, form) => submit(form, size))
  const ms = (of: 'wall' | 'processor', share: number) =>
    Math.round(
      100 *
        at(
          taken.map((one) => one[of]),
          share,
        ),
    ) / 100
  return {
    wall: { p50: ms('wall', 0.5), p99: ms('wall', 0.99) },
    processor: { p50: ms('processor', 0.5), p99: ms('processor', 0.99) },
  }
}

const once = nameGuard(tokenise, [])
for (const text of sentences) findPersonalData(text, once)
print({
  sentences: sentences.length,
  analysisPerSecond: perSecond((text) => tokenise(text)),
  guardPerSecond: perSecond((text) => findPersonalData(text, once)),
  submitMs: { usual: submits(SIZES.usual), full: submits(SIZES.full) },
})
