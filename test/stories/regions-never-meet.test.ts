import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { expect, test } from 'vitest'
import type { Interaction } from '../../src/bot/port.ts'
import type { Region } from '../../src/domain/region/region.ts'
import type { Command } from '../../src/handlers/command.ts'
import { exampleRegion, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { everythingOf, liveIn, SECRET, secretNames } from '../support/whole-region.ts'

/** `npm run test:apart` makes them ten thousand. */
const COMMANDS = Number(process.env.TSUNAGI_RANDOM_COMMANDS ?? 600)
const SEED = Number(process.env.TSUNAGI_RANDOM_SEED ?? 20_260_617)
const AT_ONCE = 6
const CODES = ['S-0900', 'S-0901']
/** The first region's too, and typed by nobody of the other. */
const UNKNOWN_CODE = 'S-0902'

const OTHERS = { platform: 'slack', workspace: 'T-THIRD' } as const
/** Coordinator, specialist, officer, and somebody whom nobody knows. */
const USERS = ['U-aoi', 'U-aoi', 'U-ichika', 'U-ichika', 'U-tsukasa', 'U-nobody']

const connected = (region: Region): Region => ({
  ...region,
  workspaces: [{ platform: 'slack', id: OTHERS.workspace }],
  members: region.members.map((member) => ({
    ...member,
    accounts: [{ ...OTHERS, user: `U-${member.id}` }],
  })),
})

const spanning = (region: Region): Region => ({
  ...region,
  workspaces: [
    { platform: 'slack', id: 'T-FIRST' },
    { platform: 'discord', id: '900000000000000001' },
  ],
  members: region.members.map((member, index) => ({
    ...member,
    accounts: [
      index % 2 === 0
        ? { platform: 'slack', workspace: 'T-FIRST', user: `U-${member.id}` }
        : { platform: 'discord', workspace: '900000000000000001', user: `81${index}` },
    ],
  })),
})

/** Chances of one seed, the same in every run. */
const chances = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  const below = (size: number): number => uniformInt(generator, 0, size - 1)
  return { below, pick: <T>(from: readonly T[]): T => from[below(from.length)] as T }
}

type Parts = Record<string, Pick<Command['options'][string], 'schema'>>
const fitting = new Map<Parts[string], readonly string[]>()
/** What a declared option or field would take; undefined where nothing is. */
const fittingOf = (part: Parts[string], known: readonly string[]): readonly string[] | undefined => {
  const found = fitting.get(part) ?? known.filter((one) => part.schema.safeParse(one).success)
  fitting.set(part, found)
  return found.length > 0 ? found : undefined
}

/** What somebody of the third workspace might do with everything they could have seen over a shoulder. */
const randomInteractions = (product: Product, known: readonly string[]): Interaction[] => {
  const { below, pick } = chances(SEED)
  const { commands, views } = product.registry
  /** Mostly what would be taken there, sometimes anything. */
  const given = (parts: Parts): Record<string, string> =>
    Object.fromEntries(
      Object.entries(parts)
        .filter(() => below(6) > 0)
        .map(([name, part]) => [name, pick(below(8) === 0 ? known : (fittingOf(part, known) ?? known))]),
    )
  return Array.from({ length: COMMANDS }, (_, index): Interaction => {
    const declared = pick(commands)
    const common = { event: `random-${index}`, account: { ...OTHERS, user: pick(USERS) }, channel: 'C1' }
    const press = { command: declared.id, options: given(declared.options) }
    const values = { ...given(declared.form?.fields ?? {}), code: pick(known) }
    switch (below(8)) {
      case 0:
        return {
          ...common,
          kind: 'words',
          words: `${pick(views).id.replace('.', ' ')} ${pick(known)} ${pick(known)}`,
        }
      case 1:
        return {
          ...common,
          kind: 'suggest',
          press,
          option: pick([...Object.keys(declared.options), 'x']),
          typed: pick(['', ...known]),
        }
      case 2:
        return { ...common, kind: 'keep', press, values }
      case 3:
        return { ...common, kind: 'home' }
      case 4:
      case 5:
        return { ...common, kind: 'run', press }
      default:
        return { ...common, kind: 'submit', press, values }
    }
  })
}

test(
  `${COMMANDS} random commands from another region’s workspace reach nothing, and are told nothing`,
  async () => {
    const product = await startProduct(tokyo('2026-06-01T10:00'))
    const first = spanning(secretNames(await sampleRegion()))
    await product.load(first)
    await product.load(connected(await exampleRegion('wakasa')))
    const code = await liveIn(product, first)
    const before = await everythingOf(product, first.id)
    expect(before.ids.length).toBeGreaterThan(300)
    for (const table of ['cases', 'summaries', 'polls', 'follow_ups', 'handover_sheets', 'meeting_run_items'])
      expect(before.hashes[table], table).not.toMatch(/^0 rows/)

    // What could be known of the first region, and typed: whatever it leads to must stay unsaid.
    const typed = [...CODES, code, '2026-06-17', 'T-FIRST', 'slack T-FIRST', '3']
    const known = [...before.ids, ...typed.flatMap((one) => Array(20).fill(one))]
    const interactions = randomInteractions(product, known)
    const tags = new Map<string, number>()
    const bugs = new Set<string>()
    const work = interactions.values()
    const one = async (): Promise<void> => {
      for (const interaction of work) {
        const reply = await product.dispatch(interaction)
        const said = JSON.stringify(reply)
        const what = `seed ${SEED}: ${JSON.stringify(interaction)}`
        expect(said, what).not.toContain(SECRET)
        expect(said, what).not.toContain(UNKNOWN_CODE)
        const tag = reply.kind === 'card' || reply.kind === 'replace' ? reply.card.tag : reply.kind
        tags.set(tag, (tags.get(tag) ?? 0) + 1)
        if (tag === 'answer.bug') bugs.add('press' in interaction ? interaction.press.command : what)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, one))

    expect((await everythingOf(product, first.id)).hashes).toEqual(before.hashes)
    expect([...bugs], `seed ${SEED}`).toEqual([])
    // They were understood, by many commands, and not turned away at the door.
    expect(tags.size).toBeGreaterThan(20)
    if (process.env.TSUNAGI_RANDOM_TELL) process.stdout.write(`${JSON.stringify([...tags])}\n`)
  },
  60 * 60_000,
)
