import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interaction } from '../../src/bot/port.ts'
import { everythingOf } from '../support/whole-region.ts'
import { fuzz, TRACE } from './inputs.ts'
import { nasty } from './nasty.ts'
import { errorLog, given, type Live, liveRegion, wordOf } from './stage.ts'

const PEOPLE = ['midori', 'sakura', 'riku', 'nobody', 'toString']

/** What somebody may do with any command, or with what is none. */
const interaction = ({ product, own, region }: Live): fc.Arbitrary<Interaction> => {
  const ids = [...own.ids, ...region.members.map(({ id }) => id), ...region.bodies.map(({ id }) => id)]
  const words = wordOf(ids)
  const oneIn = (chance: number) => fc.integer({ min: 1, max: chance }).map((drawn) => drawn === 1)
  return fc.constantFrom(...product.registry.commands).chain((declared) => {
    const options = given(declared.options, words, ids)
    const fields = given({ ...declared.form?.fields, ...declared.form?.ofRegion?.(region) }, words, ids)
    const values = fc
      .record({
        fields,
        more: fc.dictionary(nasty(100), fc.oneof(words, fc.array(words, { maxLength: 3 })), { maxKeys: 2 }),
      })
      .map((typed) => ({ ...typed.more, ...typed.fields }))
    const press = fc
      .record({
        options,
        more: fc.dictionary(nasty(100), words, { maxKeys: 1 }),
        other: oneIn(20),
        name: nasty(200),
      })
      .map(({ options: own_, more, other, name }) => ({
        command: other ? name : declared.id,
        options: { ...more, ...own_ },
      }))
    const line = fc
      .tuple(fc.array(words, { maxLength: 3 }), nasty(1_000_000), oneIn(6))
      .map(([typed, any, other]) => (other ? any : `${declared.id.replace('.', ' ')} ${typed.join(' ')}`))
    const what = fc.oneof(
      fc.record({ kind: fc.constant('words' as const), words: line }),
      fc.record({ kind: fc.constant('run' as const), press }),
      fc.record({ kind: fc.constant('run' as const), press, quoted: nasty(40_000) }),
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('submit' as const), press, values }) },
      fc.record({ kind: fc.constant('keep' as const), press, values }),
      fc.record({
        kind: fc.constant('suggest' as const),
        press,
        option: fc.oneof(fc.constantFrom('x', ...Object.keys(declared.options)), nasty(50)),
        typed: words,
      }),
      fc.record({ kind: fc.constant('home' as const) }),
    )
    const who = fc.record({
      user: fc.constantFrom(...PEOPLE),
      event: oneIn(30),
      channel: fc.oneof(fc.constantFrom('chosei', 'renraku'), nasty(300)),
      odd: nasty(3_000),
      language: fc.constantFrom('ja' as const, 'en' as const),
    })
    return fc.tuple(what, who).map(
      ([done, { user, event, channel, odd, language }]): Interaction => ({
        event: event ? odd : randomUUID(),
        account: { platform: 'practice', workspace: region.id, user },
        channel,
        language,
        ...done,
      }),
    )
  })
}

/** Refused before anything was done, or because it could not be done: nothing but its row in the audit log stays. */
const CHANGES_NOTHING = /^answer\./
const LOOKS_ONE_IN = 25

test('whatever is done with any command is answered by somebody, not by a trace, and a refusal changes nothing', async () => {
  const { log, errors } = errorLog()
  const live = await liveRegion(log)
  const { product, region, others } = live
  const bugs = new Map<string, string>()
  const tags = new Set<string>()
  let done = 0
  const stored = async () => {
    const { form_drafts: _, audit_log: __, ...hashes } = (await everythingOf(product, region.id)).hashes
    return hashes
  }
  await fuzz('every command', interaction(live), async (what) => {
    done += 1
    const looks = done % LOOKS_ONE_IN === 0
    // What earlier commands made due is done by the jobs that they woke: not while it is looked who changes what.
    if (looks) await product.until(product.clock.now())
    const before = looks ? await stored() : undefined
    const reply = await product.dispatch(what)
    expect(JSON.stringify(reply)).not.toMatch(TRACE)
    const tag = reply.kind === 'card' || reply.kind === 'replace' ? reply.card.tag : reply.kind
    tags.add(tag)
    const command = 'press' in what ? what.press.command : what.kind
    if (tag === 'answer.bug') bugs.set(command, `${fc.stringify(what).slice(0, 1_500)} ${errors.at(-1)}`)
    if (looks && (CHANGES_NOTHING.test(tag) || tag === 'correct'))
      expect(await stored(), command).toEqual(before)
  })
  expect([...bugs]).toEqual([])
  expect(errors).toEqual([])
  expect(tags.size).toBeGreaterThan(20)
  expect((await everythingOf(product, others.id)).hashes).toEqual(others.before)
}, 3_600_000)
