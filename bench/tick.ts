import type pg from 'pg'
import { digestsOf } from '../src/actions/digest/digest.ts'
import { forecastFacts } from '../src/actions/monitoring/forecast-facts.ts'
import { virtualClock } from '../src/domain/calendar/clock.ts'
import { forecast } from '../src/domain/monitoring/forecast/forecast.ts'
import { dueCalls } from '../src/jobs/find-due.ts'
import { type Database, openDatabase } from '../src/store/engine/database.ts'
import { saveRegion } from '../src/store/region/regions.ts'
import { median, onScratch, print } from './scratch.ts'
import { addCases, INTERVAL, regionOf } from './seed.ts'

/**
 * Measures the tick with 1,000 due at 12 thousand and at 1.2 million plans (the nation's), and a region's digest and
 * forecast at 5,000 plans. Run: `node bench/tick.ts [--json]`.
 */

const NOW = Temporal.ZonedDateTime.from('2026-11-02T09:00[Asia/Tokyo]').toInstant()
const PLANS_A_REGION = 2_000
const SMALL = 12_000
const NATION = Number(process.env.BENCH_PLANS ?? 1_200_000)
const DUE = 1_000
const ROUNDS = 30
/** Of a large region. */
const CASES = 5_000

/** Regions `from` up to `to`, each with one office, one member, its plans, due months and a year of reminders. */
const addRegions = async (client: pg.Client, from: number, to: number, plans: number): Promise<void> => {
  const regions = `generate_series(${from}, ${to - 1}) r`
  const id = `'bench-' || r`
  const part = `'{}'::jsonb`
  await client.query(`insert into regions (region_id, definition) select ${id}, ${part} from ${regions}`)
  await client.query(`insert into sealings (region_id, old_accepted) select ${id}, false from ${regions}`)
  for (const [table, name] of [
    ['offices', 'office'],
    ['members', 'member'],
  ])
    await client.query(
      `insert into ${table} (region_id, id, position, definition) select ${id}, '${name}', 0, ${part} from ${regions}`,
    )
  await client.query(`
    insert into cases (region_id, id, code, office_id, member_id, registered_at)
    select ${id}, gen_random_uuid(), 'B-' || n, 'office', 'member', '2026-01-01'
    from ${regions}, generate_series(1, ${plans}) n`)
  await client.query(`
    insert into plans (region_id, case_id, kind, valid_from, valid_to, interval_months, lines, proposed, registered_at)
    select region_id, id, 'renewal', start, (start + interval '1 year - 1 day')::date, ${INTERVAL}, '[]', false, '2026-01-01'
    from (select region_id, id, substring(code from 3)::int as n,
      (date '2026-04-01' + (substring(code from 3)::int % 12) * interval '1 month')::date as start
      from cases where region_id in (select ${id} from ${regions})) c`)
  await client.query(`
    insert into monitorings (region_id, case_id, plan_id, due_month, done_on)
    select region_id, case_id, id, month::date, case when month < date '2026-10-01' then month::date end
    from plans, generate_series(date_trunc('month', valid_to), valid_from, make_interval(months => -interval_months)) month
    where region_id in (select ${id} from ${regions})`)
  await client.query(`
    insert into reminders (region_id, kind, subject, key, due_at)
    select ${id}, 'agenda-publish', 'x', 'later:' || n, timestamptz '2026-11-03' + n * interval '1 day'
    from ${regions}, generate_series(1, 100) n`)
}

const run = async (database: Database, client: pg.Client) => {
  const clock = virtualClock(NOW)
  const tick = () => dueCalls({ database, clock, platforms: new Map() })
  const makeDue = (regions: number) =>
    client.query(`
      insert into reminders (region_id, kind, subject, key, due_at)
      select 'bench-' || (n % ${regions}), 'digest', '2026-11-02', 'due:' || n, '2026-11-02T08:30+09'
      from generate_series(1, ${DUE}) n`)
  const small = SMALL / PLANS_A_REGION
  await addRegions(client, 0, small, PLANS_A_REGION)
  await makeDue(small)
  await client.query('analyze')
  const atSmall = await median(ROUNDS, tick)
  await addRegions(client, small, NATION / PLANS_A_REGION, PLANS_A_REGION)
  await client.query('analyze')
  const atNation = await median(ROUNDS, tick)
  const bare = await median(ROUNDS, () =>
    client.query(
      'select region_id, id from reminders where settled_at is null and due_at <= $1 order by due_at limit 1000',
      [NOW.toString()],
    ),
  )

  const region = await regionOf('bench-region')
  await database.inRegion(region.id, (scope) => saveRegion(scope, region))
  await addCases(client, region, CASES, { from: '2026-04-01', recordedUntil: '2026-01-01' })
  await client.query('analyze')
  const month = Temporal.PlainYearMonth.from('2026-11')
  const forecastMs = await median(ROUNDS, () =>
    database.inRegion(region.id, async (scope) =>
      forecast(await forecastFacts(scope, region, { reach: 'region' }, month)),
    ),
  )
  const digestMs = await median(5, () =>
    database.inRegion(region.id, (scope) => digestsOf(scope, region, NOW)),
  )
  return {
    tick: {
      due: DUE,
      atSmallMs: atSmall,
      atNationMs: atNation,
      growth: atNation / atSmall,
      bareQueryMs: bare,
    },
    region: { plans: CASES, forecastMs, digestMs },
    plans: { small: SMALL, nation: NATION },
  }
}

print(
  await onScratch(async ({ databaseUrl, keyring, client }) => {
    const database = openDatabase(databaseUrl, keyring, (error) => {
      throw error
    })
    const figures = await run(database, client)
    await database.close()
    return figures
  }),
)
