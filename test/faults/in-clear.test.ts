import { readdir, readFile, stat } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodePress } from '../../src/bot/press.ts'
import { asOwner } from '../support/database.ts'
import type { Body, SlackView } from '../support/fake-slack/shapes.ts'
import { tokyo } from '../support/product.ts'
import { typeInto } from '../support/slack-driver.ts'
import { live } from './live.ts'
import { looking } from './look.ts'
import { type FaultServers, startFaultServers } from './servers.ts'
import { prepareTemplate, type Stage, setStage } from './stage.ts'

/** Nobody writes this by chance, and no key or id holds it. */
const MARKER = 'めじるしの三八四一番'
/** Passes through Redis on purpose: so the search does find what stands there. */
const PASSED = 'とおったしるし'
const formsOf = (phrase: string): Record<string, Buffer> => {
  const escaped = [...phrase].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const bytes = [...Buffer.from(phrase)].map((byte) => `\\x${byte.toString(16)}`).join('')
  return {
    'UTF-8': Buffer.from(phrase),
    'escaped JSON': Buffer.from(escaped),
    'escaped JSON, capitals': Buffer.from(escaped.toUpperCase().replaceAll('\\U', '\\u')),
    'UTF-16': Buffer.from(phrase, 'utf16le'),
    'as Redis writes it out': Buffer.from(bytes),
  }
}
const SPECIALIST = 'U-haruto'
const CHAIR = 'U-midori'

let servers: FaultServers
let stage: Stage
let logFile: string
let monitor: Socket
const commands: Buffer[] = []

beforeAll(async () => {
  servers = await startFaultServers()
  const start = tokyo('2026-04-08T10:00')
  const region = await prepareTemplate(servers, start)
  logFile = join(servers.root, 'bot.log')
  stage = await setStage(servers, { start, region, logLevel: 'trace', logFile })
  monitor = monitorOf(servers.redisUrl)
})

afterAll(async () => {
  monitor.destroy()
  await stage.close()
  await servers.stop()
})

/** Every command that Redis is given, as it writes them out. */
const monitorOf = (socketPath: string): Socket => {
  const socket = connect(socketPath)
  socket.on('data', (bytes: Buffer) => commands.push(bytes))
  socket.write('MONITOR\r\n')
  return socket
}

const passThroughRedis = async (phrase: string): Promise<void> => {
  const client = new Redis(servers.redisUrl)
  await client.echo(phrase)
  client.disconnect()
}

const untilSeen = async <Value>(what: string, look: () => Value | undefined): Promise<Value> => {
  for (let looks = 0; looks < 1_000; looks += 1) {
    const value = look()
    if (value !== undefined) return value
    await pause(20)
  }
  throw new Error(`not seen: ${what}`)
}

/** A button of a card, pressed in the person's direct messages. */
const presses = (user: string, command: string, options: Record<string, string> = {}) => {
  const element = { type: 'button', action_id: 'press', value: encodePress({ command, options }) }
  return stage.slack.deliver(stage.slack.press(user, { element, blockId: 'b0' }))
}

const formOf = (user: string): SlackView | undefined =>
  [...stage.slack.views.values()].find((view) => view.user === user && view.callback_id === 'form')

const fills = async (user: string, command: string, options: Record<string, string>, values: Body) => {
  stage.slack.closeViews()
  await presses(user, command, options)
  const view = await untilSeen(command, () => formOf(user))
  const typed = typeInto(view, values as Record<string, string>)
  const acknowledged = await stage.slack.deliver(stage.slack.submission(view, typed))
  if (acknowledged === 'late' || acknowledged.status !== 200) throw new Error(`${command}: ${acknowledged}`)
  return acknowledged.body
}

const rowsOf = <Row extends object>(query: string): Promise<Row[]> =>
  asOwner(stage.databaseUrl, stage.regionId, async (owner) => (await owner.query<Row>(query)).rows)
const untilStored = async (table: string): Promise<void> => {
  for (let looks = 0; looks < 500; looks += 1) {
    const [row] = await rowsOf<{ n: string }>(`select count(*) as n from ${table}`)
    if (Number(row?.n) > 0) return
    await pause(20)
  }
  throw new Error(`nothing in ${table}`)
}

const writeEverywhere = async (): Promise<void> => {
  const text = `${MARKER}のこと。`
  const summary = { assessment: text, wishes: text, policy: text, content: text }
  await fills(SPECIALIST, 'summary.submit', { case: 'S-0104' }, summary)
  await fills(SPECIALIST, 'followup.add', {}, { what: text, dueOn: '2026-04-13' })
  const sheet = { to: 'midori', why: text, expected: text, consent: text, consentOn: '2026-04-07' }
  await fills(SPECIALIST, 'handover.send', { case: 'S-0105' }, sheet)
  const refused = { ...summary, content: `${text}電話は090-1234-5678` }
  expect(JSON.stringify(await fills(SPECIALIST, 'summary.submit', { case: 'S-0106' }, refused))).toContain(
    '電話',
  )
  for (const table of ['summaries', 'follow_ups', 'handover_sheets', 'form_drafts']) await untilStored(table)
}

/** Commands that break in the middle: what is logged of them must not tell either. */
const breakSome = async (): Promise<void> => {
  for (let n = 0; n < 3; n += 1) {
    stage.slack.closeViews()
    await presses(SPECIALIST, 'followup.add')
    const view = await untilSeen('followup.add', () => formOf(SPECIALIST))
    const typed = typeInto(view, { what: `${MARKER}のこと。`, dueOn: '2026-04-14' })
    const broken = stage.slack.deliver(stage.slack.submission(view, typed))
    await servers.postgres.cutConnections()
    await broken
  }
}

const holdMeeting = async (): Promise<{ meeting: string }> => {
  const [meeting] = await rowsOf<{ id: string }>(
    `select id from meetings where nominal = '2026-04-15' and series_id = 'renrakukai'`,
  )
  const which = { meeting: meeting?.id ?? '' }
  await presses(CHAIR, 'meeting.start', which)
  await untilStored('meeting_run_items')
  const decision = { decision: `${MARKER}のとおりに進める。` }
  await fills(CHAIR, 'meeting.record', { ...which, item: '1' }, decision)
  const items = (await rowsOf('select from meeting_run_items')).length
  for (let item = 1; item <= items; item += 1) {
    await presses(CHAIR, 'meeting.step', { ...which, do: 'next', at: String(item) })
    await pause(300)
  }
  await presses(CHAIR, 'meeting.step', { ...which, do: 'end', at: '0' })
  await pause(500)
  await presses(CHAIR, 'minutes.finish', which)
  await untilStored('minutes')
  return which
}

/** Every file under a folder, as bytes. */
const filesUnder = async (folder: string): Promise<{ path: string; bytes: Buffer }[]> => {
  const names = await readdir(folder, { recursive: true })
  const found: { path: string; bytes: Buffer }[] = []
  for (const name of names) {
    const path = join(folder, name)
    if ((await stat(path)).isFile()) found.push({ path, bytes: await readFile(path) })
  }
  return found
}

test('what people wrote is found nowhere in clear: not in Redis, nor in jobs, logs, data files or the write-ahead log', async () => {
  const bot = await stage.processes.start('all')
  stage.slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
  const looks = looking(stage)
  const living = {
    orphans: new Set<string>(),
    busy: () => false,
    arrived: () => undefined,
    wakes: () => true,
    stuckAfterMs: 60_000,
  }
  await writeEverywhere()
  await breakSome()
  expect(await live(stage, tokyo('2026-04-15T14:00'), looks, living)).toEqual({ ok: true })
  const which = await holdMeeting()
  expect(await live(stage, tokyo('2026-04-16T12:00'), looks, living)).toEqual({ ok: true })
  await looks.close()
  await passThroughRedis(PASSED)

  // It was stored, and those who may read it can: otherwise there is nothing to find.
  await presses(CHAIR, 'minutes.show', which)
  await presses(SPECIALIST, 'followup.list')
  await untilSeen('what they wrote', () => {
    const telling = stage.slack.messages.filter((one) => JSON.stringify(one).includes(MARKER))
    return new Set(telling.map(({ channel }) => channel)).size === 2 ? telling : undefined
  })

  await servers.administer('checkpoint')
  const files = await filesUnder(servers.root)
  files.push({ path: 'commands that Redis was given', bytes: Buffer.concat(commands) })
  const holding = (needle: Buffer) =>
    files.filter(({ bytes }) => bytes.includes(needle)).map(({ path }) => path)
  // What is not secret is found in each of these places, so the search does look there.
  const inPlace = (needle: string, place: RegExp) =>
    holding(Buffer.from(needle)).some((path) => place.test(path))
  expect(inPlace('S-0104', /postgres\/base\//)).toBe(true)
  expect(inPlace('S-0104', /postgres\/pg_wal\//)).toBe(true)
  expect(inPlace('settle-reminder', /redis\/appendonlydir\//)).toBe(true)
  expect(inPlace('settle-reminder', /^commands/)).toBe(true)
  expect(inPlace('delivered', /bot\.log$/)).toBe(true)
  expect(holding(formsOf(PASSED)['as Redis writes it out'] ?? Buffer.alloc(0))).toHaveLength(1)
  for (const [form, needle] of Object.entries(formsOf(MARKER)))
    expect({ form, in: holding(needle) }).toEqual({ form, in: [] })
})
