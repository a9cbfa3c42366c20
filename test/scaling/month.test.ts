import { randomBytes, randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { expect, inject, test } from 'vitest'
import { addSampleCases } from '../../src/actions/practice/sample.ts'
import { assemble, planRegions } from '../../src/app/assemble.ts'
import { systemClock } from '../../src/app/system-clock.ts'
import { virtualClock } from '../../src/domain/calendar/clock.ts'
import { sampleCases } from '../../src/domain/practice/sample-cases.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { keepClockAhead } from '../../src/store/practice/practice.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { asOwner, freshDatabase } from '../support/database.ts'
import { type RoleProcess, startRole } from '../support/processes.ts'
import { sampleRegion } from '../support/product.ts'
import { redisCluster } from '../support/redis-processes.ts'

const DAYS = 30
const WITHIN = { timeout: 60_000, interval: 100 }
const region = await sampleRegion()
/** The first of the month after next, so that the clock has to go forwards: both lives begin there. */
const FIRST_DAY = Temporal.Now.plainDateISO(region.timeZone).add({ months: 2 }).with({ day: 1 })
const START = FIRST_DAY.toZonedDateTime({ timeZone: region.timeZone, plainTime: '07:00' }).toInstant()

type World = { databaseUrl: string; environment: Record<string, string> }

/** Practice with the region on the morning of the first day: the one clock that may be moved is its own. */
const world = async (redisUrl: string): Promise<World> => {
  const [databaseUrl, real] = await Promise.all([freshDatabase(), freshDatabase()])
  const key = randomBytes(32)
  const assembly = assemble({
    databaseUrl,
    redisUrl: inject('redisUrl'),
    queuePrefix: `{test-${randomUUID()}}`,
    keyring: keyring([key]),
    clock: virtualClock(START),
    log: pino({ level: 'silent' }),
  })
  await assembly.database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await addSampleCases(scope, sampleCases(region, FIRST_DAY), START)
    await keepClockAhead(scope, systemClock.now().until(START))
  })
  await planRegions(assembly)
  await assembly.close()
  const environment = {
    DATABASE_URL: real,
    PRACTICE_DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    TSUNAGI_KEY: key.toString('base64'),
    PRACTICE: 'on',
  }
  return { databaseUrl, environment }
}

/** Behind a balancer: what people do reaches one bot after the other; some of it comes to both. */
const people = (bots: readonly RoleProcess[]) => {
  let turn = 0
  const posts = async (path: string, body: object) => {
    const bot = bots[turn % bots.length]
    turn += 1
    if (!bot) throw new Error('no bot')
    const answer = await fetch(`${bot.address}/api${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: bot.address },
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${bot.lines.join('\n')}`)
  }
  return {
    passDay: () => posts('/clock/advance', { event: randomUUID(), to: 'next-day' }),
    /** The page did not hear the answer and asks the same again, of whichever bot is next. */
    looksUpCases: async (member: string) => {
      const conversation = `direct:${member}`
      const asks = { event: randomUUID(), language: 'ja', conversation, kind: 'words', words: 'case list' }
      await posts(`/as/${member}/interact`, asks)
      await posts(`/as/${member}/interact`, asks)
    },
  }
}

const IDS = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/** What became of every reminder and every message, in words that are the same in two databases. */
const counts = ({ databaseUrl }: World): Promise<string[]> =>
  asOwner(databaseUrl, region.id, async (client) => {
    const deliveries = await client.query<{ said: string }>(
      `select concat_ws(' ', kind, subject, account, channel, state, reason, date_trunc('minute', planned_for)) as said from deliveries`,
    )
    const reminders = await client.query<{ said: string }>(
      `select concat_ws(' ', kind, subject, result, due_at) as said from reminders`,
    )
    const audited = await client.query<{ said: string }>(
      `select concat_ws(' ', member_id, action, access, subject_kind) as said from audit_log`,
    )
    return [...deliveries.rows, ...reminders.rows, ...audited.rows]
      .map(({ said }) => said.replace(IDS, 'ID'))
      .toSorted()
  })

/** Every message that people got, by place. */
const received = ({ databaseUrl }: World): Promise<string[]> =>
  asOwner(databaseUrl, region.id, async (client) => {
    const { rows } = await client.query<{ said: string }>(
      `select concat_ws(' ', conversation, octet_length(content::text)) as said from practice_messages`,
    )
    return rows.map(({ said }) => said).toSorted()
  })

const live = async (
  bots: readonly RoleProcess[],
  onDay: (day: number) => Promise<void> = async () => undefined,
): Promise<void> => {
  const { passDay, looksUpCases } = people(bots)
  for (let day = 1; day <= DAYS; day += 1) {
    await looksUpCases('sakura')
    await onDay(day)
    await passDay()
  }
}

test('two bots and three workers over a cluster live through a month as one process does', async () => {
  const alone = await world(inject('redisUrl'))
  const single = await startRole('all', alone.environment)
  await live([single])
  expect(await single.stop()).toBe(0)

  const cluster = await redisCluster('tsunagi')
  const many = await world(cluster.url)
  const start = (role: 'bot' | 'worker') => startRole(role, many.environment)
  const bots = await Promise.all([start('bot'), start('bot')])
  const workers = await Promise.all([start('worker'), start('worker'), start('worker')])
  await live(bots, async (day) => {
    // A worker is lost in the middle of its work and replaced; a node of the cluster comes back empty.
    if (day === 8) await workers.pop()?.kill()
    if (day === 10) workers.push(await start('worker'))
    if (day === 15) {
      await cluster.holder.kill()
      await cluster.holder.startAgain()
      for (const { address } of bots)
        await expect.poll(async () => (await fetch(`${address}/readyz`)).status, WITHIN).toBe(200)
    }
  })
  const expected = await counts(alone)
  expect(await counts(many)).toEqual(expected)
  expect(await received(many)).toEqual(await received(alone))
  expect(expected.filter((said) => said.includes(' sent ')).length).toBeGreaterThan(50)
  expect(await Promise.all([...bots, ...workers].map((one) => one.stop()))).toEqual([0, 0, 0, 0, 0])
})
