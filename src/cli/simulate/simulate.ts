import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addSampleCases } from '../../actions/practice/sample.ts'
import { type Assembly, assemble, planRegions } from '../../app/assemble.ts'
import { startServers } from '../../app/embedded/servers.ts'
import { type VirtualClock, virtualClock } from '../../domain/calendar/clock.ts'
import { sampleCases } from '../../domain/practice/sample-cases.ts'
import type { Region } from '../../domain/region/region.ts'
import { runUntil } from '../../jobs/run-until.ts'
import { makeLog } from '../../observability/log.ts'
import { toldCounts } from '../../store/delivery/ledger.ts'
import type { Scope } from '../../store/engine/database.ts'
import { keyring } from '../../store/engine/encryption.ts'
import { migrateDatabase } from '../../store/engine/migrate.ts'
import { type FollowUpCounts, followUpCounts } from '../../store/followup/follow-ups.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { seriesCounts } from '../../store/meeting/series-counts.ts'
import { countDeliveries, type Told } from '../../store/outbox/deliveries.ts'
import { saveRegion } from '../../store/region/regions.ts'
import { visitsBetween } from '../../store/visit/visits.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { readRegionFile } from '../region/read-region-file.ts'
import { type AgendaItemCounts, countAgendaItems } from './count-agenda-items.ts'
import { type Clashes, countClashes } from './count-clashes.ts'
import { countGsv, type GsvCounts } from './count-gsv.ts'
import { heldMeetings } from './held-meetings.ts'
import { type RecordingPlatform, recordingPlatform } from './recording-platform.ts'
import { simulatedMembers } from './simulated-members.ts'
import { writePosts } from './write-posts.ts'

type Simulated = {
  region: string
  from: string
  to: string
  series: {
    id: string
    name: string
    kind: string
    body: string
    meetings: number
    cancelled: number
    agendasPosted: number
    longestMinutes: number
    cases: number
    withGsv: number
  }[]
  /** What was on the agendas of each series with the council's sections, by section; `followUps`: 宿題の確認. */
  agendaItems: AgendaItemCounts[]
  bodies: { id: string; name: string; kind: string }[]
  visits: { office: string; name: string; visits: number }[]
  followUps: FollowUpCounts
  /** Meetings as they stand at the end: on a day that is closed, and people who sat in two at once. */
  clashes: Clashes
  reminders: Told
  deliveries: { planned: number; sent: number; duplicates: number; lost: number }
} & GsvCounts

type Lived = { counts: Simulated; posts: RecordingPlatform['posts'] }

const words = catalogues.ja

/**
 * Simulates a period on a virtual clock (`tsunagi simulate FILE --from D --to D`), with the real handlers, store, Redis
 * and jobs, on temporary servers. `postsFile`: where the councils' posts are written to.
 */
export const simulate = async (
  file: string,
  from: string,
  to: string,
  postsFile?: string,
): Promise<Spoken> => {
  const period = readPeriod(from, to)
  if (!period) return refused([words.simulate.period])
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return refused([words.regionFile.noFile(file)])
  const read = readRegionFile(text, words.regionFile)
  if (!read.ok)
    return refused(
      read.faults.map(({ line, column, path, message }) =>
        words.regionFile.fault(line, column, path, message),
      ),
    )
  const { counts, posts } = await live(read.region, period)
  if (postsFile !== undefined) await writeFile(postsFile, writePosts(posts))
  return { ok: true, lines: told(counts), data: counts }
}

type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }

const refused = (lines: string[]): Spoken => ({ ok: false, lines, data: { faults: lines } })

const readPeriod = (from: string, to: string): Period | undefined => {
  try {
    const period = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
    return Temporal.PlainDate.compare(period.from, period.to) <= 0 ? period : undefined
  } catch {
    return undefined
  }
}

const live = async (region: Region, period: Period): Promise<Lived> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-simulate-'))
  const servers = await startServers({ dataDir })
  try {
    await migrateDatabase(servers.databaseUrl)
    const clock = virtualClock(period.from.toZonedDateTime(region.timeZone).toInstant())
    const keys = keyring([randomBytes(32)])
    const assembly = assemble({ ...servers, keyring: keys, clock, log: makeLog('error') })
    try {
      return await liveThrough(region, period, assembly, clock)
    } finally {
      await assembly.close()
    }
  } finally {
    await servers.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const liveThrough = async (
  region: Region,
  period: Period,
  assembly: Assembly,
  clock: VirtualClock,
): Promise<Lived> => {
  const { database } = assembly
  const seen = recordingPlatform(region, () => clock.now().toZonedDateTimeISO(region.timeZone).toPlainDate())
  assembly.join(seen.platform)
  await database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await addSampleCases(scope, sampleCases(region, period.from), clock.now())
  })
  await planRegions(assembly)
  await assembly.work(false)
  const people = simulatedMembers(region, assembly.dispatch)
  let answered = 0
  const answer = async (now: Temporal.Instant) => {
    const posts = seen.posts.slice(answered)
    answered = seen.posts.length
    await people.answer(posts, now)
  }
  const held = heldMeetings(region, assembly.dispatch)
  for (let day = period.from; Temporal.PlainDate.compare(day, period.to) <= 0; day = day.add({ days: 1 })) {
    await people.begin(day)
    const [start, end] = [day, day.add({ days: 1 })].map((one) =>
      one.toZonedDateTime(region.timeZone).toInstant(),
    )
    if (!start || !end) continue
    const meetings = await database.inRegion(region.id, (scope) => meetingsBetween(scope, start, end))
    for (const meeting of meetings.filter(held.isHeld)) {
      await runUntil({ ...assembly, clock }, meeting.startsAt, answer)
      await held.start(meeting)
      const over = meeting.startsAt.add({ minutes: meeting.durationMinutes })
      await runUntil({ ...assembly, clock }, over, answer)
      await held.end(meeting)
    }
    await runUntil({ ...assembly, clock }, end.subtract({ milliseconds: 1 }), answer)
  }
  return { counts: await count(region, period, assembly, seen, clock.now()), posts: seen.posts }
}

const count = async (
  region: Region,
  period: Period,
  { database }: Assembly,
  seen: RecordingPlatform,
  now: Temporal.Instant,
): Promise<Simulated> => {
  const begins = period.from.toZonedDateTime(region.timeZone).toInstant()
  const { series, reminders, deliveries, turns, visits, followUps, meetings, agendaItems } =
    await database.inRegion(region.id, async (scope) => ({
      series: await seriesCounts(scope, begins, now),
      reminders: await toldCounts(scope),
      deliveries: await countDeliveries(scope, now),
      turns: await countGsv(scope, region, begins, now),
      visits: await countVisits(scope, region, period),
      followUps: await followUpCounts(scope, begins, now),
      meetings: await meetingsBetween(scope, begins, now),
      agendaItems: await countAgendaItems(scope, region, begins, now),
    }))
  return {
    region: region.id,
    from: period.from.toString(),
    to: period.to.toString(),
    series: region.series.map(({ id, name, kind, body }) => {
      const { seriesId: _, ...counts } = series.find(({ seriesId }) => seriesId === id) ?? NOTHING
      return { id, name, kind, body, ...counts, withGsv: kind === 'gsv' ? counts.meetings : counts.withGsv }
    }),
    ...turns,
    agendaItems,
    bodies: region.bodies.map(({ id, name, kind }) => ({ id, name, kind })),
    visits,
    followUps,
    clashes: countClashes(region, meetings),
    reminders,
    deliveries: {
      planned: deliveries.planned,
      sent: deliveries.sent,
      duplicates: seen.duplicates(),
      lost: deliveries.planned - deliveries.sent - deliveries.skipped,
    },
  }
}

const NOTHING = {
  seriesId: '',
  meetings: 0,
  cancelled: 0,
  agendasPosted: 0,
  longestMinutes: 0,
  cases: 0,
  withGsv: 0,
}

const told = ({ series, gsv, followUps, clashes, reminders, deliveries }: Simulated): string[] => {
  const { simulate } = words
  return [
    ...series.map(({ name, meetings, agendasPosted, cases, longestMinutes }) =>
      simulate.series(name, meetings, agendasPosted, cases, longestMinutes),
    ),
    ...gsv.map((one) => simulate.gsv(one.series, one.sessions, one.groups, one.cases, one.results)),
    simulate.followUps(followUps.opened, followUps.done, followUps.dropped, followUps.open),
    simulate.clashes(clashes.onClosedDays, clashes.twiceAtOnce),
    simulate.reminders(reminders.monitoring, reminders.summary, reminders.meeting),
    simulate.deliveries(deliveries.planned, deliveries.sent, deliveries.duplicates, deliveries.lost),
  ]
}

/** Counts the visits of a period by office, including offices without one. */
const countVisits = async (
  scope: Scope,
  region: Region,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<{ office: string; name: string; visits: number }[]> => {
  const made = await visitsBetween(scope, from, to)
  return region.offices.map(({ id, name }) => ({
    office: id,
    name,
    visits: made.filter(({ officeId }) => officeId === id).length,
  }))
}
