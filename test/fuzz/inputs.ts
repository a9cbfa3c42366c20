import fc from 'fast-check'
import { expect } from 'vitest'

/** How many inputs each edge gets: of the long run's 100,000, and in the short form inside `npm test`. */
const INPUTS = {
  'a line that is typed': { long: 15_000, short: 300 },
  'dates and times': { long: 18_000, short: 400 },
  'the privacy guard': { long: 8_000, short: 200 },
  'ids that platforms carry': { long: 14_000, short: 300 },
  'the environment': { long: 10_000, short: 300 },
  'region files': { long: 2_500, short: 30 },
  'ledgers as .csv': { long: 6_000, short: 150 },
  'ledgers as .xlsx': { long: 1_500, short: 50 },
  backups: { long: 1_500, short: 60 },
  'months of a plan': { long: 7_000, short: 200 },
  'every command': { long: 5_000, short: 150 },
  'the practice workspace': { long: 3_500, short: 150 },
  'calendar addresses': { long: 2_000, short: 100 },
  Slack: { long: 3_000, short: 100 },
  Discord: { long: 1_900, short: 100 },
  'jobs in the queue': { long: 1_000, short: 60 },
  'the command line': { long: 100, short: 4 },
} as const
type Edge = keyof typeof INPUTS

export const IS_LONG = process.env.FUZZ === 'long'
/** The short form is the same in every run, so that it fails for the change that broke it. */
const SEED = Number(process.env.FUZZ_SEED ?? (IS_LONG ? Math.floor(Math.random() * 2 ** 31) : 20_260_401))
/** One input on a machine that does much else at once. Far beyond what any needs, far below what a hang takes. */
const WITHIN_MS = 15_000
/** A process of its own each. */
const PROCESS_WITHIN_MS = 80_000
const MOST_MEMORY = 2_000_000_000
const MOST_TOLD = 6_000

/** Holds for every input, each in bounded time and all of them in bounded memory; else says the seed and the input. */
export const fuzz = async <Input>(
  edge: Edge,
  input: fc.Arbitrary<Input>,
  hold: (input: Input) => unknown,
): Promise<void> => {
  const numRuns = INPUTS[edge][IS_LONG ? 'long' : 'short']
  const isProcess = edge === 'the command line'
  const started = performance.now()
  let [slowestMs, inputs] = [0, 0]
  const property = fc.asyncProperty(input, async (one) => {
    const from = performance.now()
    await hold(one)
    const ms = performance.now() - from
    inputs += 1
    slowestMs = Math.max(slowestMs, ms)
    expect(ms, 'an input takes too long').toBeLessThan(isProcess ? PROCESS_WITHIN_MS : WITHIN_MS)
  })
  const details = await fc.check(property, { seed: SEED, numRuns, endOnFailure: IS_LONG })
  if (details.failed) throw new Error(told(edge, details), { cause: details.errorInstance })
  const { rss } = process.memoryUsage()
  expect(rss, 'memory').toBeLessThan(MOST_MEMORY)
  expect(inputs).toBeGreaterThanOrEqual(numRuns)
  if (!IS_LONG) return
  const seconds = ((performance.now() - started) / 1_000).toFixed(0)
  const figures = `${inputs} inputs, ${seconds} s, slowest ${slowestMs.toFixed(0)} ms, ${Math.round(rss / 2 ** 20)} MB`
  process.stdout.write(`${edge}: ${figures}, seed ${SEED}\n`)
}

type Failed = { counterexample: unknown; counterexamplePath: string | null; errorInstance: unknown }

const told = (edge: Edge, { counterexample, counterexamplePath, errorInstance }: Failed): string =>
  [
    `${edge}: seed ${SEED}, path ${counterexamplePath}`,
    `input: ${fc.stringify(counterexample)}`.slice(0, MOST_TOLD),
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance),
  ]
    .join('\n')
    .slice(0, 3 * MOST_TOLD)

/** What only a program's trace holds: never shown to anybody. */
export const TRACE =
  /\.ts:\d+|node_modules|node:internal|\bat (?:async )?\w+ \(|TypeError|RangeError|SyntaxError/
