import { isBusinessDay } from '../../src/domain/calendar/working-calendar.ts'
import { calendarOf } from '../../src/domain/region/calendar.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { dice } from '../years/region-of-2000.ts'
import type { Fault } from './fault.ts'
import { type Lived, type Living, live } from './live.ts'
import { looking } from './look.ts'
import { discordPerson, slackPerson, type Typed } from './people.ts'
import type { FaultServers } from './servers.ts'
import { type Stage, setStage, TYPISTS } from './stage.ts'
import { judge, type Verdict } from './verdict.ts'

/** The time that every fault lives through, and what is planned in it when nothing breaks. */
export type Script = {
  region: Region
  start: Temporal.Instant
  end: Temporal.Instant
  seed: number
  /** Of a run without faults; undefined for that run itself. */
  healthy: { planned: readonly string[]; occasions: number } | undefined
  /** The root of the source tree that is tried. */
  tree?: string
  stuckAfterMs?: number
}

export type Tried = Verdict & {
  times: number
  /** Leaps and forms: the instants at which something could have been struck. */
  occasions: number
  seconds: number
  lines: readonly string[]
}

/** Longer than a lease, which is waited for where nobody can say that its holder is dead. */
const STUCK_AFTER_MS = 100_000
/** After the end: for what was put off by the last blow. Still within office hours. */
const DRAIN = Temporal.Duration.from({ minutes: 90 })
/** When people write, and how long before the day they give each other. */
const WRITE_AT = '10:30'
const DUE_IN_DAYS = 3

/** Lives through the script on real processes while the fault strikes at random instants, and judges what became of it. */
export const tryFault = async (fault: Fault, servers: FaultServers, script: Script): Promise<Tried> => {
  const began = performance.now()
  const { region, start, end, healthy, tree } = script
  const stage = await setStage(servers, { start, region, ...(tree === undefined ? {} : { tree }) })
  const looks = looking(stage)
  try {
    await Promise.all(fault.roles.map(stage.processes.start))
    const blows = strikes(fault, stage, servers, script, async () => {
      for (const attempt of (await looks.look())?.sending ?? []) blows.living.orphans.add(attempt)
    })
    const typed: string[] = []
    let lived: Lived = { ok: true }
    for (const at of writingTimes(region, start, end)) {
      lived = await live(stage, at, looks, blows.living)
      if (!lived.ok) break
      blows.living.arrived()
      await write(stage, fault, at, typed)
      await blows.settled()
    }
    if (lived.ok) lived = await live(stage, end, looks, blows.living)
    await blows.settled()
    if (lived.ok)
      lived = await live(stage, end.add(DRAIN), looks, { ...blows.living, arrived: () => undefined })
    const verdict = await judge(stage, typed, end, healthy?.planned)
    return {
      ...verdict,
      stuck: lived.ok ? verdict.stuck : [...verdict.stuck, `at ${stage.clock.now()}: ${lived.stuck}`],
      times: blows.struck() * fault.blows,
      occasions: blows.occasions(),
      seconds: (performance.now() - began) / 1_000,
      lines: [...stage.processes.lines],
    }
  } finally {
    await looks.close()
    await stage.close()
  }
}

/** Spreads the blows over the occasions that a run without faults has, one at a time. */
const strikes = (
  fault: Fault,
  stage: Stage,
  servers: FaultServers,
  { seed, healthy, stuckAfterMs = STUCK_AFTER_MS }: Script,
  nobodyIsLeft: () => Promise<void>,
) => {
  const random = dice(seed)
  const wanted = healthy ? fault.times[FORM] : 0
  let occasions = 0
  let struck = 0
  let alone = false
  let striking: Promise<void> | undefined
  let failed: unknown
  const arrived = (): void => {
    alone = false
    occasions += 1
    if (striking || struck >= Math.ceil((wanted * occasions) / (healthy?.occasions ?? 1))) return
    if (struck >= wanted) return
    struck += 1
    alone = fault.alone
    striking = fault
      .strike({ stage, servers, random, nobodyIsLeft })
      .catch((error: unknown) => {
        failed = error
      })
      .finally(() => {
        striking = undefined
      })
  }
  const living: Living = {
    orphans: new Set(),
    busy: () => striking !== undefined,
    arrived,
    wakes: () => !alone,
    stuckAfterMs,
  }
  return {
    living,
    struck: () => struck,
    occasions: () => occasions,
    settled: async () => {
      await striking
      if (failed !== undefined) throw failed
    },
  }
}

/** `FAULTS=short` for a few minutes, else the whole of it. */
export const FORM: 'short' | 'long' = process.env.FAULTS === 'short' ? 'short' : 'long'

const writingTimes = (region: Region, start: Temporal.Instant, end: Temporal.Instant): Temporal.Instant[] => {
  const calendar = calendarOf(region)
  const times: Temporal.Instant[] = []
  for (let day = start.toZonedDateTimeISO(region.timeZone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const at = day.toZonedDateTime({ timeZone: region.timeZone, plainTime: WRITE_AT }).toInstant()
    if (Temporal.Instant.compare(at, end) > 0) return times
    if (isBusinessDay(calendar, day)) times.push(at)
  }
}

/** One form on each platform, at the same time. */
const write = async (stage: Stage, fault: Fault, at: Temporal.Instant, typed: string[]): Promise<void> => {
  const { slack, discord, processes } = stage
  const takesEvents = () => {
    const bots = processes.running.filter(({ role }) => role !== 'worker')
    const bot = bots[typed.length % Math.max(1, bots.length)]
    return bot && `http://127.0.0.1:${bot.port}/slack/events`
  }
  const dueOn = at.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: DUE_IN_DAYS }).toString()
  const form = (n: number): Typed => ({ what: `会場の予約をたしかめる。その${typed.length + n}`, dueOn })
  const [first, second] = [form(1), form(2)]
  await Promise.all([
    slackPerson(slack, takesEvents, fault.arrival).asks(TYPISTS.slack, first),
    discordPerson(discord, fault.arrival).asks(TYPISTS.discord, second),
  ])
  typed.push(first.what, second.what)
}
