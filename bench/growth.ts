import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { draftFacts } from '../src/actions/agenda/agenda-draft.ts'
import { meetingContext } from '../src/actions/agenda/agenda-facts.ts'
import { digestsOf } from '../src/actions/digest/digest.ts'
import { planMeetings } from '../src/actions/meeting/meeting-plan.ts'
import { assemble } from '../src/app/assemble.ts'
import type { Account } from '../src/bot/port.ts'
import { takesSummaries } from '../src/domain/agenda/which-agenda.ts'
import { virtualClock } from '../src/domain/calendar/clock.ts'
import { digestKind } from '../src/domain/digest/notices.ts'
import { dueCalls } from '../src/jobs/find-due.ts'
import { nextMeetingWithoutAgenda } from '../src/store/meeting/meetings.ts'
import { planReminders } from '../src/store/outbox/reminders.ts'
import { loadRegion, saveRegion } from '../src/store/region/regions.ts'
import { middleOf, onAnother, onScratch, print, type Scratch, seconds } from './scratch.ts'
import { addCases, regionOf } from './seed.ts'

/**
 * Measures how a region's cost grows among one, ten and a hundred of 5,000 cases each: the tick, its digests, an
 * agenda's draft, `/case list`. The baseline is a region alone in a database on the same server, measured alternately.
 * Run: `node bench/growth.ts [--json]`; BENCH_REGIONS=1,10 measures fewer.
 */

const STEPS = (process.env.BENCH_REGIONS ?? '1,10,100').split(',').map(Number)
const CASES = 5_000
const SPECIALISTS = 140
const DUE_EACH = 20
const ROUNDS = 25
/** Warm-up rounds, not counted: the first one measured would pay for the compilation of both. */
const FIRST_ROUNDS = 10
const NOW = Temporal.ZonedDateTime.from('2026-11-02T09:00[Asia/Tokyo]').toInstant()

type Assembled = ReturnType<typeof assemble>
type Nation = { assembly: Assembled; scratch: Scratch; regions: number }
type Work = (assembly: Assembled, regionId: string) => Promise<unknown>

const nationOn = (scratch: Scratch): Nation => {
  const clock = virtualClock(NOW)
  const log = pino({ level: 'error' })
  return { assembly: assemble({ ...scratch, clock, log, queuePrefix: '{growth}' }), scratch, regions: 0 }
}

const growTo = async (nation: Nation, regions: number): Promise<void> => {
  for (; nation.regions < regions; nation.regions += 1) await addRegion(nation, `growth-${nation.regions}`)
  await nation.scratch.client.query('vacuum analyze')
  // Warm the region cache, as in a running process.
  for (let at = 0; at < regions; at += 1)
    await nation.assembly.database.inRegion(`growth-${at}`, async (scope) => void (await loadRegion(scope)))
}

const addRegion = async ({ assembly, scratch }: Nation, id: string): Promise<void> => {
  const region = await regionOf(id, SPECIALISTS)
  const due = Array.from({ length: DUE_EACH }, (_, n) => ({
    ...digestKind.about({ day: Temporal.PlainDate.from('2026-11-02') }),
    key: `due:${n}`,
    dueAt: NOW,
  }))
  await assembly.database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await planMeetings(scope, region, NOW)
    await planReminders(scope, due)
  })
  await addCases(scratch.client, region, CASES, { from: '2026-04-01', recordedUntil: '2026-10-01' })
}

const tick: Work = ({ database, clock, platforms }) => dueCalls({ database, clock, platforms })

const digests: Work = ({ database }, id) =>
  database.inRegion(id, async (scope) => digestsOf(scope, await loadRegion(scope), NOW))

const agendaDraft: Work = ({ database }, id) =>
  database.inRegion(id, async (scope) => {
    const region = await loadRegion(scope)
    const series = region.series.filter((one) => takesSummaries(region, one)).map((one) => one.id)
    const meeting = await nextMeetingWithoutAgenda(scope, series, NOW)
    if (!meeting) throw new Error('no meeting takes summaries')
    const file = await meetingContext(scope, region, meeting.id)
    if (!file) throw new Error('no such meeting')
    await draftFacts(scope, region, file)
  })

const caseList: Work = async ({ dispatch }, id) => {
  const account: Account = { platform: 'practice', workspace: id, user: 'sakura' }
  const reply = await dispatch({ kind: 'words', words: 'case list', account, event: randomUUID() })
  if (reply.kind !== 'card') throw new Error('/case list gave no list')
}

/** Takes medians in milliseconds, alternating both sides, so that a slow machine slows both. */
const beside = async (work: Work, alone: Nation, among: Nation) => {
  const taken = { alone: [] as number[], among: [] as number[] }
  for (let round = 0; round < FIRST_ROUNDS + ROUNDS; round += 1) {
    const aloneMs = 1_000 * (await seconds(() => work(alone.assembly, 'growth-0')))
    // Rotate the regions, so that none is measured from a warm cache only.
    const another = `growth-${round % among.regions}`
    const amongMs = 1_000 * (await seconds(() => work(among.assembly, another)))
    if (round < FIRST_ROUNDS) continue
    taken.alone.push(aloneMs)
    taken.among.push(amongMs)
  }
  return { aloneMs: middleOf(taken.alone), amongMs: middleOf(taken.among) }
}

const measured = await onScratch(async (scratch) =>
  onAnother(scratch, async (other) => {
    const alone = nationOn(other)
    const among = nationOn(scratch)
    await growTo(alone, 1)
    const steps = []
    for (const regions of STEPS) {
      await growTo(among, regions)
      const ticks = await beside(tick, alone, among)
      steps.push({
        regions,
        tick: { ...ticks, amongMs: ticks.amongMs / regions },
        digests: await beside(digests, alone, among),
        agendaDraft: await beside(agendaDraft, alone, among),
        caseList: await beside(caseList, alone, among),
      })
    }
    await alone.assembly.close()
    await among.assembly.close()
    return steps
  }),
)
const growthOf = (name: 'tick' | 'digests' | 'agendaDraft' | 'caseList') =>
  measured.map((step) => step[name].amongMs / step[name].aloneMs)
print({
  growth: {
    casesEach: CASES,
    eachRegion: measured,
    tick: growthOf('tick'),
    digests: growthOf('digests'),
    agendaDraft: growthOf('agendaDraft'),
    caseList: growthOf('caseList'),
  },
})
