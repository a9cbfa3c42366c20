import { readFile } from 'node:fs/promises'
import { addSampleCases } from '../actions/practice/sample.ts'
import type { PracticeTime } from '../bot/practice/clock-view.ts'
import type { Leap } from '../bot/practice/protocol.ts'
import { readRegionFile } from '../cli/region/read-region-file.ts'
import type { ShiftedClock } from '../domain/calendar/clock.ts'
import { sampleCases } from '../domain/practice/sample-cases.ts'
import type { Queues } from '../jobs/queues.ts'
import { nextDueAt, runUntil } from '../jobs/run-until.ts'
import { countDeliveries } from '../store/outbox/deliveries.ts'
import { clockAhead, keepClockAhead } from '../store/practice/practice.ts'
import { loadRegion, regionIds, saveRegion } from '../store/region/regions.ts'
import { catalogues } from '../text/catalogue.ts'
import type { Assembly } from './assemble.ts'
import { systemClock } from './system-clock.ts'

const SAMPLE = new URL('../../examples/regions/saikatsuhoku.yaml', import.meta.url)

/** Returns the region of the practice workspace: the first stored, else the sample, loaded now with its cases. */
export const practiceRegion = async ({
  database,
  clock,
}: Pick<Assembly, 'database' | 'clock'>): Promise<string> => {
  const [present] = await database.atGate(regionIds)
  if (present !== undefined) return present
  const read = readRegionFile(await readFile(SAMPLE, 'utf8'), catalogues.ja.regionFile)
  if (!read.ok) throw new Error(`the sample region does not read: ${JSON.stringify(read.faults)}`)
  const { region } = read
  const now = clock.now()
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  await database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await addSampleCases(scope, sampleCases(region, today), now)
  })
  return region.id
}

/** Practice's time, which several processes may share. */
export type SharedTime = {
  follow(): Promise<void>
  alone<T>(work: () => Promise<T>): Promise<T>
}

/** Syncs the clock with the practice workspace's, which any process may have advanced. */
export const followClock = async (
  { database }: Pick<Assembly, 'database'>,
  clock: ShiftedClock,
  regionId: string,
): Promise<void> => clock.set(systemClock.now().add(await database.inRegion(regionId, clockAhead)))

/**
 * Makes the practice workspace's clock. Advancing it runs the real jobs of the time between, and is stored. `follow`
 * syncs with other processes; `alone` holds a lock against their advancing: time must stand while jobs run.
 */
export const practiceTime = async (
  assembly: Pick<Assembly, 'database' | 'platforms' | 'queues'>,
  clock: ShiftedClock,
  regionId: string,
  { follow, alone }: SharedTime,
): Promise<PracticeTime> => {
  const { database, platforms } = assembly
  const { timeZone } = await database.inRegion(regionId, loadRegion)
  const sentSoFar = async () =>
    (await database.inRegion(regionId, (scope) => countDeliveries(scope, clock.now()))).sent
  const keep = () => database.inRegion(regionId, (scope) => keepClockAhead(scope, clock.ahead()))
  /** Store the clock before its jobs run: workers of other processes read it there. */
  const queues: Pick<Queues, 'finish' | 'counts'> = {
    counts: assembly.queues.counts,
    finish: async (calls) => {
      await keep()
      return assembly.queues.finish(calls)
    },
  }
  let leaping: Promise<unknown> = Promise.resolve()
  const leap = async (to: Leap) => {
    await follow()
    const before = await sentSoFar()
    await runUntil({ database, clock, platforms, queues }, await target(to))
    await keep()
    return { now: clock.now(), delivered: (await sentSoFar()) - before }
  }
  const target = async (to: Leap): Promise<Temporal.Instant> => {
    const now = clock.now()
    const morning = now.toZonedDateTimeISO(timeZone).startOfDay()
    switch (to) {
      case 'next-reminder':
        return (await nextDueAt(database)) ?? now
      case 'next-day':
        return morning.add({ days: 1 }).toInstant()
      case 'next-week':
        return morning.add({ days: 8 - morning.dayOfWeek }).toInstant()
      default:
        return to satisfies never
    }
  }
  return {
    timeZone,
    now: clock.now,
    next: async () => {
      await follow()
      return nextDueAt(database)
    },
    advance: (to) => {
      const mine = leaping.then(() => alone(() => leap(to)))
      leaping = mine.catch(() => undefined)
      return mine
    },
  }
}
