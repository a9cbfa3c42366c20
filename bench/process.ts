import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { hasRole } from '../src/domain/member/roles.ts'
import { openDatabase } from '../src/store/engine/database.ts'
import { keyring } from '../src/store/engine/encryption.ts'
import { saveRegion } from '../src/store/region/regions.ts'
import { type FakeSlack, startFakeSlack } from '../test/support/fake-slack.ts'
import { onScratch, print, type Scratch } from './scratch.ts'
import { addCases, regionOf } from './seed.ts'

/**
 * Measures the product as a process with a region of 5,000 cases: time to ready, memory, and the latency of the
 * acknowledgement of `/case list` over signed HTTP at 50 a second. The baseline is a bare process of the same libraries
 * that only acknowledges. Run: `node bench/process.ts [--json]`.
 */

/** As every entry of the product does, and the bare process too. */
const QUICK = new URL('../src/app/startup-speed.ts', import.meta.url).href
const CASES = 5_000
const SPECIALISTS = 140
const A_SECOND = 50
const SECONDS = 20
const WARM_UP_SECONDS = 5
const USERS = Array.from({ length: SPECIALISTS }, (_, at) => `U${String(at).padStart(4, '0')}`)
const CHANNEL = 'C0001'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A region whose specialists have Slack accounts. */
const seed = async ({ databaseUrl, client }: Scratch, key: Buffer, team: string): Promise<string[]> => {
  const region = await regionOf('bench', SPECIALISTS)
  const members = region.members.map((member, at) => {
    const user = USERS[at]
    return user === undefined
      ? member
      : { ...member, accounts: [{ platform: 'slack' as const, workspace: team, user }] }
  })
  const known = { ...region, members, workspaces: [{ platform: 'slack' as const, id: team, name: 'bench' }] }
  const database = openDatabase(databaseUrl, keyring([key]), (error) => {
    throw error
  })
  await database.inRegion(region.id, (scope) => saveRegion(scope, known))
  await database.close()
  await addCases(client, known, CASES, { from: '2026-01-01', recordedUntil: '2026-04-01' })
  await client.query('analyze')
  return members.flatMap(({ roles, office, accounts }) =>
    hasRole({ roles }, 'specialist') && office !== undefined ? accounts.map(({ user }) => user) : [],
  )
}

const told = async (child: ChildProcess): Promise<Record<string, unknown>> => {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the process ended')
    }),
  ])
  return message as Record<string, unknown>
}

const residentMb = async (child: ChildProcess): Promise<number> => {
  const answer = told(child)
  child.send('memory')
  return Number((await answer).residentBytes) / 2 ** 20
}

/** Sends commands at a constant rate (open loop); returns the latency of each acknowledgement. */
const load = async (slack: FakeSlack, users: readonly string[], seconds: number): Promise<number[]> => {
  const start = performance.now()
  const one = async (at: number): Promise<number> => {
    await pause(Math.max(0, start + (1_000 * at) / A_SECOND - performance.now()))
    const payload = slack.command(users[at % users.length] ?? '', '/case list', CHANNEL)
    const began = performance.now()
    const answer = await slack.deliver(payload)
    // A late one counts as Slack's timeout.
    if (answer !== 'late' && answer.status !== 200) throw new Error(`acknowledged with ${answer.status}`)
    return performance.now() - began
  }
  return Promise.all(Array.from({ length: A_SECOND * seconds }, (_, at) => one(at)))
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN

const measure = async (file: string, given: object, slack: FakeSlack, users: readonly string[]) => {
  const began = performance.now()
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', QUICK],
    env: { ...process.env, BENCH_BOT: JSON.stringify(given) },
  })
  try {
    const { port } = await told(child)
    const startMs = performance.now() - began
    await pause(2_000)
    const idleMb = await residentMb(child)
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
    await load(slack, users, WARM_UP_SECONDS)
    const taken = (await load(slack, users, SECONDS)).toSorted((a, b) => a - b)
    const busyMb = await residentMb(child)
    return { startMs, idleMb, busyMb, p50Ms: quantile(taken, 0.5), p99Ms: quantile(taken, 0.99) }
  } finally {
    child.kill('SIGKILL')
  }
}

const slack = await startFakeSlack({
  users: USERS,
  channels: [{ id: CHANNEL, isPrivate: true, members: USERS }],
})
const found = await onScratch(async (scratch) => {
  const key = randomBytes(32)
  const users = await seed(scratch, key, slack.teamId)
  const { databaseUrl, redisUrl } = scratch
  const { url: apiUrl, botToken, signingSecret } = slack
  const given = { databaseUrl, redisUrl, key: key.toString('hex'), apiUrl, botToken, signingSecret }
  const bare = await measure('./bare-bot.ts', given, slack, users)
  const ours = await measure('./command-bot.ts', given, slack, users)
  const ratio = (name: keyof typeof ours) => ours[name] / bare[name]
  return {
    acknowledged: { aSecond: A_SECOND, p50: ratio('p50Ms'), p99: ratio('p99Ms') },
    startToReady: ratio('startMs'),
    resident: { idle: ratio('idleMb'), underLoad: ratio('busyMb') },
    ours,
    bare,
  }
})
await slack.stop()
print({ process: { cases: CASES, ...found } })
