import { pino } from 'pino'
import { assemble, planRegions } from '../src/app/assemble.ts'
import { RATES as DISCORD } from '../src/bot/discord/limits.ts'
import { RATES as SLACK } from '../src/bot/slack/limits.ts'
import { type VirtualClock, virtualClock } from '../src/domain/calendar/clock.ts'
import type { Region } from '../src/domain/region/region.ts'
import { runUntil } from '../src/jobs/run-until.ts'
import { saveRegion } from '../src/store/region/regions.ts'
import { DOCUMENTED, type LimitedPlatform, limitedPlatform } from '../test/support/limited-platform.ts'
import { onScratch, print, type Scratch } from './scratch.ts'
import { addCases, regionOf } from './seed.ts'

/**
 * Measures a Monday morning of 24,000 digests over 50 workspaces, on a virtual clock, against platforms that enforce
 * their documented rate limits: total time against the minimum that the limits allow, 429s, and arrival times; also for
 * one region of real size. Run: `node bench/rates.ts [--json]`.
 */

/** 571 is coprime with the months of a year, which spreads open work evenly; some 24,000 readers in all. */
const MANY = { workspaces: 50, readers: 571 }
const USUAL = { workspaces: 1, readers: 25 }
const CASES_EACH = 4
const tokyo = (local: string) => Temporal.ZonedDateTime.from(`${local}[Asia/Tokyo]`).toInstant()
const MORNING = tokyo('2026-04-06T09:00')
const HOUR = Temporal.Duration.from({ hours: 1 })

const PLATFORMS = { slack: SLACK, discord: DISCORD }
type Name = keyof typeof PLATFORMS
type Shape = typeof MANY

/** Everybody has an account in the region's one workspace. */
const onPlatform = (region: Region, name: Name): Region => {
  const workspace = `${name}-${region.id}`
  const accounts = (id: string) => [{ platform: name, workspace, user: `${region.id}-${id}` }]
  return {
    ...region,
    workspaces: [{ platform: name, id: workspace, name: workspace }],
    members: region.members.map((member) => ({ ...member, accounts: accounts(member.id) })),
  }
}

const fill = async (
  scratch: Scratch,
  assembly: ReturnType<typeof assemble>,
  name: Name,
  { workspaces, readers }: Shape,
) => {
  await scratch.client.query('truncate regions cascade')
  await scratch.client.query('truncate deliveries, reminders, meetings, paces cascade')
  for (let at = 0; at < workspaces; at += 1) {
    const region = onPlatform(await regionOf(`${name}-${workspaces}-${at}`, readers), name)
    await assembly.database.inRegion(region.id, (scope) => saveRegion(scope, region))
    const year = { from: '2025-05-01', recordedUntil: '2026-04-01' }
    await addCases(scratch.client, region, readers * CASES_EACH, year)
  }
  await scratch.client.query('analyze')
  await planRegions(assembly)
}

/** Computes the minimum time in which the binding limit lets so many through. */
const allowedSeconds = (name: Name, messages: number, workspaces: number): number => {
  const { calls, rules } = DOCUMENTED[name]
  const [bound] = rules.filter(({ of }) => of !== 'place')
  if (!bound) throw new Error('nothing bounds them')
  const share = bound.of === 'bot' ? messages : messages / workspaces
  return (share * calls * bound.perMs) / bound.count / 1_000
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN

const told = (name: Name, shape: Shape, { arrived, refused }: LimitedPlatform) => {
  const delays = arrived.map(({ at }) => at.since(MORNING).total('seconds')).toSorted((a, b) => a - b)
  const tookSeconds = delays.at(-1) ?? Number.NaN
  const limitsAllowSeconds = allowedSeconds(name, arrived.length, shape.workspaces)
  return {
    ...shape,
    messages: arrived.length,
    twice: arrived.length - new Set(arrived.map(({ key, place }) => `${place.workspace} ${key}`)).size,
    tookSeconds,
    limitsAllowSeconds,
    ratio: tookSeconds / limitsAllowSeconds,
    refusedShare: refused() / arrived.length,
    delaySeconds: { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), p999: quantile(delays, 0.999) },
    within60Seconds: delays.filter((delay) => delay <= 60).length / delays.length,
  }
}

const morning = async (scratch: Scratch, name: Name, shape: Shape) => {
  const clock: VirtualClock = virtualClock(tokyo('2026-04-05T12:00'))
  const log = pino({ level: 'error' })
  const assembly = assemble({
    ...scratch,
    clock,
    log,
    queuePrefix: `{rates-${name}-${shape.workspaces}}`,
  })
  const platform = limitedPlatform(name, PLATFORMS[name], clock)
  assembly.join(platform.platform)
  await fill(scratch, assembly, name, shape)
  await assembly.work(false)
  await runUntil({ ...assembly, clock }, MORNING.add(HOUR))
  await assembly.close()
  return told(name, shape, platform)
}

print(
  await onScratch(async (scratch) => {
    const figures: Record<string, unknown> = {}
    for (const name of ['slack', 'discord'] as const) {
      figures[`${name}Usual`] = await morning(scratch, name, USUAL)
      figures[name] = await morning(scratch, name, MANY)
    }
    return { rates: figures }
  }),
)
