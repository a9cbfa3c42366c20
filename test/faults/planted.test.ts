import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { tokyo } from '../support/product.ts'
import { BREAKING_PLATFORMS } from './breaking-platforms.ts'
import { BREAKING_SERVERS } from './breaking-servers.ts'
import { type Fault, fault } from './fault.ts'
import { type FaultServers, startFaultServers } from './servers.ts'
import { prepareTemplate } from './stage.ts'
import { type Script, tryFault } from './try-fault.ts'

/** Bugs put into a copy of the source: a suite that does not see them would prove nothing. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const COPIED = ['src', 'examples', 'package.json', 'test/faults']
const SEED = 1
/** Less than for the real product: here it is known that something will hang. */
const STUCK_AFTER_MS = 40_000

let servers: FaultServers
let script: Script

beforeAll(async () => {
  servers = await startFaultServers()
  const [start, end] = [tokyo('2026-04-10T08:30'), tokyo('2026-04-14T15:00')]
  const region = await prepareTemplate(servers, start)
  script = { region, start, end, seed: SEED, healthy: undefined, stuckAfterMs: STUCK_AFTER_MS }
  const { planned, occasions } = await tryFault(
    fault({ name: 'nothing breaks', strike: async () => undefined }),
    servers,
    script,
  )
  script = { ...script, healthy: { planned, occasions } }
}, 600_000)

afterAll(() => servers.stop())

const named = (name: string): Fault => {
  const found = [...BREAKING_PLATFORMS, ...BREAKING_SERVERS].find((one) => one.name === name)
  if (!found) throw new Error(`no fault ${name}`)
  return found
}

/** A copy of the product in which one thing is different. */
const withBug = async (file: string, is: RegExp, becomes: string): Promise<string> => {
  const tree = await mkdtemp(join(tmpdir(), 'tsunagi-planted-'))
  onTestFinished(() => rm(tree, { recursive: true, force: true }))
  for (const path of COPIED) await cp(join(ROOT, path), join(tree, path), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
  const source = await readFile(join(tree, file), 'utf8')
  if (source.match(new RegExp(is, 'g'))?.length !== 1) throw new Error(`${file} does not say once: ${is}`)
  await writeFile(join(tree, file), source.replace(is, becomes))
  return tree
}

const tried = async (name: string, tree: string) => tryFault(named(name), servers, { ...script, tree })

test('without the look-up after a lost answer, messages are seen twice', async () => {
  const tree = await withBug(
    'src/store/outbox/delivery-claims.ts',
    /mayHaveBeenSent: [\w.]+ === 'sending'/,
    'mayHaveBeenSent: false',
  )
  const { duplicated } = await tried('connection breaks before the answer', tree)
  expect(duplicated.join('\n')).toContain('again: ')
})

test('without the claim of an event, forms are seen to be stored twice', async () => {
  const tree = await withBug(
    'src/handlers/dispatch.ts',
    /!\(await claimEvent\(scope, interaction\.event, now\)\)/,
    'false',
  )
  const { forms } = await tried('events twice and out of order', tree)
  expect(forms.join('\n')).toContain('stored beyond: ')
})

test('without the tick that puts back what is due, it is seen that work stands still', async () => {
  const tree = await withBug('src/jobs/queues.ts', /if \(ticks\) begin\(\)/, '')
  const { stuck } = await tried('Redis restarted empty', tree)
  expect(stuck.join('\n')).toContain('reminder')
})
