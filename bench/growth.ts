import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { assemble } from '../src/assemble.ts'
import type { Account } from '../src/bot/port.ts'
import { virtualClock } from '../src/clock.ts'
import { dueCalls } from '../src/jobs/find-due.ts'
import { draftFacts } from '../src/store/agenda-draft.ts'
import { meetingFile } from '../src/store/agenda-facts.ts'
import { digestsOf } from '../src/store/digest-facts.ts'
import { planMeetings } from '../src/store/meeting-plan.ts'
import { nextMeetingWithoutAgenda } from '../src/store/meetings.ts'
import { loadRegion, saveRegion } from '../src/store/regions.ts'
import { planReminders } from '../src/store/reminders.ts'
import { median, onScratch, print, type Scratch } from './scratch.ts'
import { addCases, regionOf } from './seed.ts'

/**
 * What a region costs when it is alone, and among ten and a hundred of 5,000 cases each: the tick, its digests, an
 * agenda's draft, `/case list`. Run: `node bench/growth.ts [--json]`; BENCH_REGIONS=1,10 measures fewer.
 */

const STEPS = (process.env.BENCH_REGIONS ?? '1,10,100').split(',').map(Number)
const CASES = 5_000
const SPECIALISTS = 140
const DUE_EACH = 20
const ROUNDS = 15
const NOW = Temporal.ZonedDateTime.from('2026-11-02T09:00[Asia/Tokyo]').toInstant()

const grow = async (scratch: Scratch) => {
  const clock = virtualClock(NOW)
  const log = pino({ level: 'error' })
  const assembly = assemble({ ...scratch, clock, log, queuePrefix: '{growth}' })
  const { database } = assembly
  const add = async (at: number): Promise<void> => {
    const region = await regionOf(`growth-${at}`, SPECIALISTS)
    const due = Array.from({ length: DUE_EACH }, (_, n) => ({
      kind: 'digest',
      subject: '2026-11-02',
      key: `due:${n}`,
      dueAt: NOW,
    }))
    await database.inRegion(region.id, async (scope) => {
      await saveRegion(scope, region)
      await planMeetings(scope, region, NOW)
      await planReminders(scope, due)
    })
    await addCases(scratch.client, region, CASES, { from: '2026-04-01', recordedUntil: '2026-10-01' })
  }
  const measured = []
  let there = 0
  for (const regions of STEPS) {
    for (; there < regions; there += 1) await add(there)
    await scratch.client.query('vacuum analyze')
    measured.push(await measure(assembly, regions))
  }
  await assembly.close()
  return measured
}

type Assembled = ReturnType<typeof assemble>

const measure = async ({ database, dispatch, clock, platforms }: Assembled, regions: number) => {
  let turn = 0
  // Another region each time, so that none is measured from a warm cache alone.
  const another = () => {
    turn += 1
    return `growth-${turn % regions}`
  }
  // A process has read its regions since it started: none is measured by its first reading.
  for (let at = 0; at < regions; at += 1)
    await database.inRegion(`growth-${at}`, async (scope) => void (await loadRegion(scope)))
  const tickMs = await median(ROUNDS, () => dueCalls({ database, clock, platforms }))
  const digestMs = await median(ROUNDS, () =>
    database.inRegion(another(), async (scope) => digestsOf(scope, await loadRegion(scope), NOW)),
  )
  const agendaMs = await median(ROUNDS, () => draftOf(database, another()))
  const listMs = await median(ROUNDS, async () => {
    const id = another()
    const account: Account = { platform: 'practice', workspace: id, user: 'sakura' }
    const reply = await dispatch({ kind: 'words', words: 'case list', account, event: randomUUID() })
    if (reply.kind !== 'card') throw new Error('/case list gave no list')
  })
  return { regions, tickMs: tickMs / regions, digestMs, agendaMs, caseListMs: listMs }
}

const draftOf = (database: Assembled['database'], id: string): Promise<void> =>
  database.inRegion(id, async (scope) => {
    const region = await loadRegion(scope)
    const series = region.series.filter(({ agenda }) => agenda?.takesSummaries === true).map((one) => one.id)
    const meeting = await nextMeetingWithoutAgenda(scope, series, NOW)
    if (!meeting) throw new Error('no meeting takes summaries')
    const file = await meetingFile(scope, region, meeting.id)
    if (!file) throw new Error('no such meeting')
    await draftFacts(scope, region, file)
  })

const measured = await onScratch(grow)
const [alone] = measured
const growthOf = (name: 'tickMs' | 'digestMs' | 'agendaMs' | 'caseListMs') =>
  measured.map((one) => one[name] / (alone?.[name] ?? Number.NaN))
print({
  growth: {
    casesEach: CASES,
    eachRegion: measured,
    tick: growthOf('tickMs'),
    digest: growthOf('digestMs'),
    agenda: growthOf('agendaMs'),
    caseList: growthOf('caseListMs'),
  },
})
