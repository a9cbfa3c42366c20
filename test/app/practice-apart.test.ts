import { randomBytes, randomUUID } from 'node:crypto'
import { and, isNull, lt } from 'drizzle-orm'
import { Redis } from 'ioredis'
import pg from 'pg'
import { pino } from 'pino'
import { expect, inject, test, vi } from 'vitest'
import { addSampleCases } from '../../src/actions/practice/sample.ts'
import { type Assembly, type AssemblyOptions, planRegions } from '../../src/app/assemble.ts'
import { practiceAssembly, realAssembly } from '../../src/app/assemblies.ts'
import { systemClock } from '../../src/app/system-clock.ts'
import type { AnswerView, StartView, WorkspaceView } from '../../src/bot/practice/protocol.ts'
import { LEAPS } from '../../src/bot/practice/protocol.ts'
import type { Press } from '../../src/bot/press.ts'
import { virtualClock } from '../../src/domain/calendar/clock.ts'
import { sampleCases } from '../../src/domain/practice/sample-cases.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { nextDueAt } from '../../src/jobs/run-until.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { reminders } from '../../src/store/outbox/tables.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { pressesIn } from '../golden/walk.ts'
import { asAdministrator, besideIt, freshDatabase } from '../support/database.ts'
import { sampleRegion } from '../support/product.ts'
import { slackStage } from '../support/stages.ts'
import { fakeSlack, onSlack, startedBot } from '../support/started-bot.ts'

/** Stands in every name of the real region, and nowhere in the invented one. */
const MARK = 'しるし印'
const REAL_ID = 'another-region'
const REAL_CODE = /Z-\d{4}/
const stage = slackStage('http')

const marked = <Named extends { name: string }>(one: Named): Named => ({ ...one, name: `${MARK}${one.name}` })

/** The sample with other names: the same people, bodies and meetings, so that a step across would find its like there. */
const realRegion = async (workspace: string): Promise<Region> => {
  const sample = await sampleRegion()
  const { offices, members, bodies, series, municipalities } = sample
  return stage.connect(
    {
      ...marked({ ...sample, id: REAL_ID }),
      offices: offices.map(marked),
      members: members.map(marked),
      bodies: bodies.map(marked),
      series: series.map(marked),
      municipalities: municipalities.map(marked),
    },
    workspace,
  )
}

const store = async ({ database }: Assembly, region: Region): Promise<void> => {
  const now = systemClock.now()
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  await database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    const cases = sampleCases(region, today).map((one) => ({ ...one, code: one.code.replace('S-', 'Z-') }))
    await addSampleCases(scope, cases, now)
  })
  await planRegions({ database, clock: systemClock })
  // The machine's clock goes on by itself: what is due today is the real product's to do, whatever practice does.
  const tomorrow = now.add({ hours: 24 })
  await database.inRegion(region.id, ({ tx }) =>
    tx
      .update(reminders)
      .set({ settledAt: now, result: 'done' })
      .where(and(isNull(reminders.settledAt), lt(reminders.dueAt, tomorrow))),
  )
}

/** Every row of every table, by table. */
const contents = async (url: string): Promise<Record<string, string[]>> => {
  const client = new pg.Client({ connectionString: asAdministrator(url) })
  await client.connect()
  const found: Record<string, string[]> = {}
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
    found[name] = rows.map(({ row }) => row).toSorted()
  }
  await client.end()
  return found
}

/** The interface of the page: every answer is kept, whoever it was for. */
const page = (address: string) => {
  const heard: string[] = []
  const call = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${address}${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json', origin: address },
    })
    const text = await answer.text()
    heard.push(text)
    return (text.startsWith('{') ? JSON.parse(text) : { status: answer.status }) as Answer
  }
  const interact = (member: string, what: object, conversation = `direct:${member}`) =>
    call<AnswerView>(`/api/as/${member}/interact`, {
      event: randomUUID(),
      language: 'ja',
      conversation,
      ...what,
    })
  const advance = (to: string) =>
    call<{ clock: { now: string } }>('/api/clock/advance', { event: randomUUID(), to })
  return { heard, call, interact, advance }
}

type Page = ReturnType<typeof page>

const CAST = ['sakura', 'midori', 'iin-01']

/** What stands in the real region, for requests that name it. */
type Ids = { meeting: string; case: string }

/** Does all that the page can: every command as each of the cast, what it opens, and each with names out of the real region. */
const walk = async ({ call, interact }: Page, commands: StartView['commands'], ids: Ids): Promise<void> => {
  for (const member of CAST) {
    for (const { id, noun, verb, options } of commands) {
      const forged = Object.fromEntries(
        options.map(({ name }) => [name, name === 'case' ? 'Z-0101' : name in ids ? ids.meeting : REAL_ID]),
      )
      const presses: Press[] = [
        { command: id, options: {} },
        { command: id, options: { ...forged, meeting: ids.meeting, summary: ids.case, case: ids.case } },
      ]
      await interact(member, { kind: 'words', words: `${noun.en} ${verb.en} Z-0101` })
      for (const press of presses) {
        const answer = await interact(member, { kind: 'run', press })
        if (answer.kind === 'form') {
          const { press: sent, fields } = answer.form
          const values = Object.fromEntries(fields.map(({ name }) => [name, REAL_ID]))
          await interact(member, { kind: 'keep', press: sent, values })
          await interact(member, { kind: 'submit', press: sent, values })
        }
        if (answer.kind === 'card')
          for (const next of pressesIn(answer.card).slice(0, 2))
            await interact(member, { kind: 'run', press: next })
        const [first] = options
        if (first) await interact(member, { kind: 'suggest', press, option: first.name, typed: 'Z' })
      }
    }
    await interact(member, { kind: 'home' })
    const { conversations } = await call<WorkspaceView>(`/api/as/${member}/workspace`)
    const forged = [`channel:${stage.channel('renrakukai')}`, `direct:${stage.user(member)}`]
    for (const conversation of [...conversations.map(({ id }) => id), ...forged]) {
      await call(`/api/as/${member}/say`, { event: randomUUID(), conversation, text: 'こんにちは' })
      await call(`/api/as/${member}/messages?${new URLSearchParams({ conversation })}`)
      await call(`/api/as/${member}/read`, { conversation, sequence: 1 })
    }
    await call(`/api/as/${member}/threads/${ids.case}`)
  }
  await call(`/api/as/${stage.user('sakura')}/workspace`)
  await call('/')
}

const firstIds = async (url: string): Promise<Ids> => {
  const client = new pg.Client({ connectionString: asAdministrator(url) })
  await client.connect()
  const one = async (table: string) =>
    (await client.query<{ id: string }>(`select id::text from ${table} limit 1`)).rows[0]?.id ?? ''
  const ids = { meeting: await one('meetings'), case: await one('cases') }
  await client.end()
  return ids
}

const secondsFrom = (instant: Temporal.Instant): number =>
  Math.abs(systemClock.now().since(instant).total('seconds'))

const beside = async () => {
  const slack = await fakeSlack(
    (await sampleRegion()).bodies.map(({ id }) => stage.channel(id)),
    CAST.map(stage.user),
  )
  const environment = {
    PRACTICE: 'on',
    DATABASE_URL: await freshDatabase(),
    TSUNAGI_KEY: randomBytes(32).toString('base64'),
    ...onSlack(slack),
  }
  const queuePrefix = `{test-${randomUUID()}}`
  const start = async () => {
    const bot = await startedBot(environment, { queuePrefix })
    const { real, practice } = bot
    if (!real || !practice) throw new Error('both run beside Slack')
    return { ...bot, real, practice, at: page(bot.address) }
  }
  const { DATABASE_URL: realUrl } = environment
  return { slack, start, realUrl, practiceUrl: besideIt(realUrl), queuePrefix }
}

test('beside Slack no request of practice reaches the real region, and no press on its clock moves another', {
  timeout: 240_000,
}, async () => {
  const { slack, start, realUrl } = await beside()
  const first = await start()
  await store(first.real, await realRegion(slack.teamId))
  const { commands, region, members } = await first.at.call<StartView>('/api/start?language=ja')
  expect(region.id).toBe('saikatsuhoku')
  expect(members.some(({ id }) => id === 'sakura')).toBe(true)

  const before = await contents(realUrl)
  expect(JSON.stringify(before)).toMatch(MARK)
  const due = await nextDueAt(first.real.database)
  const asked: string[] = []
  const { inRegion } = first.real.database
  vi.spyOn(first.real.database, 'inRegion').mockImplementation((id, work) => {
    const { stack = '' } = new Error(id)
    // What the real product does by itself in the background is no request of practice.
    if (!stack.includes('finish-upgrade.ts')) asked.push(stack)
    return inRegion(id, work)
  })
  await walk(first.at, commands, await firstIds(realUrl))
  expect(first.at.heard.length).toBeGreaterThan(1_000)
  let now = systemClock.now()
  for (const to of [...LEAPS, 'next-week', 'next-week', 'next-week', 'next-week'])
    now = Temporal.Instant.from((await first.at.advance(to)).clock.now)

  // What the real region has planned lies within the time that practice lived through.
  if (!due) throw new Error('nothing is planned in the real region')
  expect(Temporal.Instant.compare(due, now)).toBe(-1)
  expect(secondsFrom(first.real.clock.now())).toBeLessThan(5)
  expect(asked).toEqual([])
  expect(await contents(realUrl)).toEqual(before)
  expect(slack.messages).toEqual([])
  for (const text of first.at.heard) expect(text).not.toMatch(MARK)
  await first.stop()

  const second = await start()
  expect(secondsFrom(second.real.clock.now())).toBeLessThan(5)
  expect(Temporal.Instant.compare(second.practice.clock.now(), now)).toBeGreaterThanOrEqual(0)
  expect((await second.at.call<StartView>('/api/start?language=ja')).region.id).toBe('saikatsuhoku')
  expect(await contents(realUrl)).toEqual(before)
  expect(slack.messages).toEqual([])
})

test('what practice stores and queues stands in a database and under keys of its own', async () => {
  const { slack, start, practiceUrl, queuePrefix } = await beside()
  const { real, practice, at } = await start()
  await store(real, await realRegion(slack.teamId))
  await at.interact('sakura', { kind: 'words', words: 'case list' })
  expect(JSON.stringify(await contents(practiceUrl))).not.toMatch(MARK)
  expect(at.heard.at(-1)).not.toMatch(REAL_CODE)
  expect([...real.platforms.keys()]).toEqual(['slack'])
  expect([...practice.platforms.keys()]).toEqual(['practice'])
  const joining = practice.platforms.get('practice')
  if (!joining) throw new Error('no practice workspace')
  expect(() => real.join(joining)).toThrow('practice does not belong')
  const redis = new Redis(inject('redisUrl'))
  const keys = (await redis.keys('*')).filter((key) => key.startsWith(queuePrefix.slice(0, -1)))
  redis.disconnect()
  const prefixes = new Set(keys.map((key) => key.split(':')[0]))
  expect(prefixes).toEqual(new Set([queuePrefix, queuePrefix.replace('}', '-practice}')]))
})

test('a calendar of practice is served beside the real ones, and neither answers for the other', async () => {
  const { start } = await beside()
  const { address, at } = await start()
  const said = JSON.stringify(
    await at.interact('sakura', { kind: 'run', press: { command: 'calendar.link', options: {} } }),
  )
  const [, path = ''] = /http:\/\/localhost:\d+(\/practice\/calendar\/[\w/-]+\.ics)/.exec(said) ?? []
  expect((await fetch(`${address}${path}`)).status).toBe(200)
  expect((await fetch(`${address}${path.replace('/practice', '')}`)).status).toBe(404)
})

test('the page says on its first byte that it is for training, where Slack is connected and only there', async () => {
  const { start } = await beside()
  const { address } = await start()
  const html = await (await fetch(address)).text()
  expect(html).toMatch(/<title>訓練用/)
  expect(html).toContain('訓練用です。')
  const alone = await startedBot({ PRACTICE: 'on' })
  expect(alone.real).toBeUndefined()
  expect(await (await fetch(alone.address)).text()).not.toContain('訓練用')
})

test('the real assembly cannot be given a clock, nor practice the machine’s', async () => {
  const options: Omit<AssemblyOptions, 'clock' | 'joins'> = {
    databaseUrl: await freshDatabase(),
    redisUrl: inject('redisUrl'),
    keyring: keyring([randomBytes(32)]),
    log: pino({ level: 'silent' }),
    queuePrefix: `{test-${randomUUID()}}`,
  }
  const smuggled = { ...options, clock: virtualClock(Temporal.Instant.from('2030-01-01T00:00:00Z')) }
  const real = realAssembly(smuggled)
  const practice = practiceAssembly(options)
  expect(real.clock).toBe(systemClock)
  practice.clock.set(systemClock.now().add({ hours: 24 }))
  expect(secondsFrom(real.clock.now())).toBeLessThan(5)
  await Promise.all([real.close(), practice.assembly.close()])
})
