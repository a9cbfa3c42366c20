import { Writable } from 'node:stream'
import fc from 'fast-check'
import { type Logger, pino } from 'pino'
import type { Region } from '../../src/domain/region/region.ts'
import type { Command } from '../../src/handlers/command.ts'
import { exampleRegion, startProduct, tokyo } from '../support/product.ts'
import { everythingOf, liveIn } from '../support/whole-region.ts'
import { nasty } from './nasty.ts'

/** A log whose lines of errors are kept. */
export const errorLog = (): { log: Logger; errors: string[] } => {
  const errors: string[] = []
  const stream = new Writable({
    write: (line, _, done) => {
      const text = String(line)
      errors.push(`${JSON.parse(text).msg}: ${text.slice(0, 3_000)}`)
      done()
    },
  })
  return { log: pino({ level: 'error' }, stream), errors }
}

/** A region in which something of everything happened, and beside it another one, which nobody may change. */
export const liveRegion = async (log: Logger, connect: (region: Region) => Region = (region) => region) => {
  const product = await startProduct(tokyo('2026-06-01T10:00'), log)
  const region = connect(await exampleRegion('saikatsuhoku'))
  await product.load(region)
  const other = await exampleRegion('wakasa')
  await product.load(other)
  await liveIn(product, region)
  const [own, others] = [await everythingOf(product, region.id), await everythingOf(product, other.id)]
  return { product, region, own, others: { before: others.hashes, id: other.id } }
}

/** What could be typed or pressed: the region's own ids and codes, another region's ids, dates, and what nobody means. */
export const wordOf = (ids: readonly string[], most = 20_000): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'S-0900',
        'S-0901',
        '2026-06-17',
        'R8.6',
        '14:00',
        '3',
        'yes',
        'no',
        'one',
        'midori',
      ),
    },
    { weight: 3, arbitrary: nasty(most) },
  )

type Parts = Record<string, Pick<Command['options'][string], 'schema'>>

/** A value for each part or for none, one in three of them such as the part takes. */
export const given = (parts: Parts, words: fc.Arbitrary<string>, ids: readonly string[]) =>
  fc.record(
    Object.fromEntries(
      Object.entries(parts).map(([name, { schema }]) => {
        const fitting = KNOWN.concat(ids).filter((one) => schema.safeParse(one).success)
        const any = fitting.length > 0 ? fc.oneof(words, fc.constantFrom(...fitting)) : words
        return [name, any]
      }),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>

const KNOWN = [
  'S-0901',
  '2026-06-17',
  'R8.9',
  '14:00',
  '3',
  '1',
  'yes',
  'no',
  'one',
  '6月ごと(R8.9~R9.3)',
  'slack T-1',
]

export type Live = Awaited<ReturnType<typeof liveRegion>>
