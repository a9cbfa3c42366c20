import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readRegionFile } from '../../src/cli/region/read-region-file.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import { fuzz, TRACE } from './inputs.ts'
import { mutated } from './mutate.ts'
import { slipped } from './nasty.ts'

const FILES = ['wakasa', 'saikatsuhoku'].map((id) =>
  readFileSync(new URL(`../../examples/regions/${id}.yaml`, import.meta.url), 'utf8'),
)

const read = (text: string) => {
  const region = readRegionFile(text, catalogues.ja.regionFile)
  if (region.ok) return region
  expect(region.faults.length).toBeGreaterThan(0)
  for (const { line, column, message } of region.faults) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    expect(message).not.toBe('')
    expect(message).not.toMatch(TRACE)
  }
  return region
}

/** Where the library that writes YAML gives up (a text of a hundred thousand signs), JSON, which is YAML too. */
const written = (value: unknown): string => {
  try {
    return stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return JSON.stringify(value)
    throw error
  }
}

const file = fc
  .constantFrom(...FILES)
  .chain((text) => fc.oneof(slipped(text), mutated(parse(text)).map(written)))

test('a region file is taken, or each fault is told at its place', () => fuzz('region files', file, read))

const [SMALL = ''] = FILES
const laughs = (levels: number): string =>
  [
    'a0: &a0 [ha,ha,ha,ha,ha,ha,ha,ha,ha,ha]',
    ...Array.from(
      { length: levels },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(',')}]`,
    ),
  ].join('\n')

const NASTY: Record<string, string> = {
  nothing: '',
  'a number': '1',
  'nothing but NUL': '\0\0\0',
  'a NUL in a name': `${SMALL}`.replace(/^name: .*$/m, 'name: "a\\0b"'),
  'half a character in a name': `${SMALL}`.replace(/^name: .*$/m, 'name: "a\\ud800b"'),
  'a bomb of anchors': laughs(9),
  'a bomb below a region': `${SMALL}\nsettings: &s\n  a: *s`,
  'an anchor within itself': 'id: a\nname: &n [*n]\noffices: &o\n  - *o',
  'an alias of nothing': 'id: *nobody',
  'a key twice': `${SMALL}\nid: other`,
  'a hundred thousand lists in lists': '['.repeat(100_000),
  'deep maps': Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'two documents': `${SMALL}\n---\n${SMALL}`,
  'a tag of a program': 'id: !!js/function "function(){}"',
  'a merge key': `base: &b {id: x}\n<<: *b\n__proto__: {id: y}`,
  'prototypes for keys': 'id: a\n__proto__: {name: b}\nconstructor: {prototype: {c: d}}',
  'a million letters': `id: ${'a'.repeat(1_000_000)}`,
  'a number beyond all': `id: 1${'0'.repeat(400)}\nsettings: {digestAt: .inf, summaryRequestBusinessDays: .nan}`,
  'a time zone that is none': `${SMALL.replace(/^timeZone: .*$/m, '')}\ntimeZone: Asia/Atlantis`,
  'a time zone that is an offset': `${SMALL.replace(/^timeZone: .*$/m, '')}\ntimeZone: "+09:00:61"`,
  'control characters': 'id: \u0001\u0007\u001b[31m',
}

describe('a file made to harm is refused at once', () => {
  test.each(Object.keys(NASTY))('%s', (what) => {
    const started = performance.now()
    expect(read(NASTY[what] ?? '').ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
