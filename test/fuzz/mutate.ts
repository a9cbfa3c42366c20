import fc from 'fast-check'
import { nasty } from './nasty.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const deep = (depth: number): Json => {
  let value: Json = {}
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** A value where another was meant. */
export const anyJson: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: nasty(1_000_000) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1,
      -0,
      0.1,
      1e308,
      2 ** 31,
      2 ** 53,
      [],
      {},
      [[]],
      [null],
      { value: 1 },
      { id: null },
      JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}'),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(10, 200, 700).map(deep) },
)

type Change = { at: number; how: 'replace' | 'drop' | 'double' | 'add'; put: Json; key: string }

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'double', 'add'),
  put: anyJson,
  key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'length'), nasty(100)),
})

type Holder = { held: Json[] | { [key: string]: Json }; key: string | number }

const places = (value: Json, found: Holder[] = []): Holder[] => {
  if (typeof value !== 'object' || value === null) return found
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value)
  for (const key of keys) {
    found.push({ held: value, key })
    places(Reflect.get(value, key) as Json, found)
  }
  return found
}

const changed = (value: Json, changes: readonly Change[]): Json => {
  const made = { root: structuredClone(value) }
  for (const { at, how, put, key } of changes) {
    const all = places(made)
    const holder = all[at % all.length]
    if (!holder) break
    const { held, key: place } = holder
    if (how === 'replace' || (how === 'double' && !Array.isArray(held))) set(held, place, put)
    else if (Array.isArray(held)) held.splice(Number(place), how === 'drop' ? 1 : 0, structuredClone(put))
    else if (how === 'drop') Reflect.deleteProperty(held, place)
    else set(held, key, put)
  }
  return made.root ?? null
}

const set = (held: object, key: string | number, value: Json): void => {
  const made = { value: structuredClone(value), enumerable: true, configurable: true, writable: true }
  Object.defineProperty(held, key, made)
}

/** A valid value with one to three things wrong in it; one time in ten it is left as it is. */
export const mutated = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(9))
    .map(([changes, chance]) => changed(value as Json, chance === 0 ? [] : changes))

type Texts = { [key: string]: Json } | Json[] | Json
/** The same value with each of its texts named in `keys` replaced now and then. */
export const retyped = (value: Texts, keys: readonly string[], most: number): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(2), nasty(most)), { minLength: 8, maxLength: 8 }).map((picks) => {
    const made = { root: structuredClone(value) as Json }
    let next = 0
    for (const { held, key } of places(made)) {
      const [chance, text] = picks[next % picks.length] as [number, string]
      if (!keys.includes(String(key)) || typeof Reflect.get(held, key) !== 'string') continue
      next += 1
      if (chance === 0) set(held, key, text)
    }
    return made.root
  })
