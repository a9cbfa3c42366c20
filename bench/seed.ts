import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { readRegionFile } from '../src/cli/region/read-region-file.ts'
import { hasRole } from '../src/domain/member/roles.ts'
import type { Region } from '../src/domain/region/region.ts'
import { catalogues } from '../src/text/catalogue.ts'

const SAMPLE = new URL('../examples/regions/saikatsuhoku.yaml', import.meta.url)

/** 埼葛北地区 under another id, its specialists copied until there are `specialists` of them. */
export const regionOf = async (id: string, specialists?: number): Promise<Region> => {
  const read = readRegionFile(await readFile(SAMPLE, 'utf8'), catalogues.ja.regionFile)
  if (!read.ok) throw new Error('the sample region does not read')
  const { members } = read.region
  const carriers = carriersOf(read.region)
  const copies = Array.from({ length: Math.max(0, (specialists ?? 0) - carriers.length) }, (_, at) => {
    const original = carriers[at % carriers.length]
    if (!original) throw new Error('the sample region has no specialists')
    return { ...original, id: `${original.id}-${at}` }
  })
  return { ...read.region, id, members: [...members, ...copies] }
}

/** Who can have cases: specialists of an office. */
const carriersOf = ({ members }: Region) =>
  members.filter(({ roles, office }) => office !== undefined && hasRole({ roles }, 'specialist'))

/** The share of each interval among the nation's plans at the end of March 2022, adults and children, in percent. */
export const INTERVAL = `(case when n % 100 < 5 then 1 when n % 100 < 6 then 2 when n % 100 < 34 then 3
  when n % 100 < 37 then 4 when n % 100 < 96 then 6 else 12 end)`

/**
 * Cases spread evenly over the specialists, each with the plan of a year that begins in one of the twelve months from
 * `from`, and its due months; those before `recordedUntil` are recorded. By SQL: through the commands it would take hours.
 */
export const addCases = async (
  client: pg.Client,
  region: Region,
  count: number,
  { from, recordedUntil }: { from: string; recordedUntil: string },
): Promise<void> => {
  const carriers = carriersOf(region).map(({ id, office }) => ({ id, office }))
  await client.query(
    `insert into cases (region_id, id, code, office_id, member_id, municipality_id, registered_at)
      select $1, gen_random_uuid(), 'B-' || n, c.office, c.id, $2, '2026-01-01'
      from generate_series(1, $3::int) n
      join (select row_number() over () - 1 as i, id, office from json_to_recordset($4) as r(id text, office text)) c
        on c.i = n % $5`,
    [region.id, region.municipalities[0]?.id, count, JSON.stringify(carriers), carriers.length],
  )
  await client.query(
    `insert into plans (region_id, case_id, kind, valid_from, valid_to, interval_months, lines, proposed, registered_at)
      select region_id, id, 'renewal', start, (start + interval '1 year - 1 day')::date, ${INTERVAL}, '[]', false, '2026-01-01'
      from (select region_id, id, substring(code from 3)::int as n,
        ($2::date + (substring(code from 3)::int % 12) * interval '1 month')::date as start
        from cases where region_id = $1) c`,
    [region.id, from],
  )
  await client.query(
    `insert into monitorings (region_id, case_id, plan_id, due_month, done_on)
      select region_id, case_id, id, month::date, case when month < $2::date then month::date end
      from plans, generate_series(date_trunc('month', valid_to), valid_from, make_interval(months => -interval_months)) month
      where region_id = $1`,
    [region.id, recordedUntil],
  )
}
