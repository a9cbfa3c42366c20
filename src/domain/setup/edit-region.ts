import type { Region } from '../region/region.ts'
import { type MemberRow, type OfficeRow, sameName } from './read-lines.ts'

/**
 * Edits of the first run's steps. Each takes the region as it is at that moment and upserts by name: it keeps what
 * somebody else added, and is idempotent.
 */

type Body = Region['bodies'][number]

/** `office-7`: the first number that is free. */
const freshId = (prefix: string, taken: readonly { id: string }[]): string => {
  const ids = new Set(taken.map(({ id }) => id))
  let number = 1
  while (ids.has(`${prefix}-${number}`)) number += 1
  return `${prefix}-${number}`
}

/** Upserts by name: equal names are changed, others appended. */
const merged = <Row extends { id: string; name: string }, Given extends { name: string }>(
  present: readonly Row[],
  given: readonly Given[],
  prefix: string,
  make: (row: Given, before: Row | undefined, id: string) => Row,
): Row[] => {
  const rows = [...present]
  for (const row of given) {
    const at = rows.findIndex(({ name }) => sameName(name, row.name))
    const before = rows[at]
    if (before) rows[at] = make(row, before, before.id)
    else rows.push(make(row, undefined, freshId(prefix, rows)))
  }
  return rows
}

export type Head = Pick<Region, 'name' | 'workingDays' | 'officeHours'> & {
  digestAt: Temporal.PlainTime
  municipalities: readonly string[]
}

export const withHead = (region: Region, head: Head): Region => ({
  ...region,
  name: head.name,
  workingDays: head.workingDays,
  officeHours: head.officeHours,
  settings: { ...region.settings, digestAt: head.digestAt },
  municipalities: merged(
    region.municipalities,
    head.municipalities.map((name) => ({ name })),
    'municipality',
    ({ name }, before, id) => before ?? { id, name, newPlanStart: 'decision' },
  ),
})

export const withOffices = (region: Region, rows: readonly OfficeRow[]): Region => ({
  ...region,
  offices: merged(region.offices, rows, 'office', (row, before, id) => ({
    ...before,
    ...row,
    municipality: row.municipality ?? before?.municipality,
    id,
  })),
})

export const withMembers = (region: Region, rows: readonly MemberRow[]): Region => ({
  ...region,
  members: merged(region.members, rows, 'member', (row, before, id) => ({
    accounts: [],
    ...before,
    id,
    name: row.name,
    roles: row.roles,
    office: row.office,
    municipality: row.municipality,
  })),
})

export const withBody = (
  region: Region,
  id: string | undefined,
  given: Pick<Body, 'name' | 'kind' | 'members' | 'disclosure'>,
): Region => {
  const at = region.bodies.findIndex((one) => one.id === id)
  const before = region.bodies[at]
  if (before) return { ...region, bodies: region.bodies.with(at, { ...before, ...given }) }
  const body = { id: freshId('body', region.bodies), channels: [], ...given }
  return { ...region, bodies: [...region.bodies, body] }
}

/** The body speaks there: in place of its other channel in that workspace. */
export const withChannel = (region: Region, bodyId: string, channel: Body['channels'][number]): Region => ({
  ...region,
  bodies: region.bodies.map((body) => {
    if (body.id !== bodyId) return body
    const others = body.channels.filter(
      ({ platform, workspace }) => platform !== channel.platform || workspace !== channel.workspace,
    )
    return { ...body, channels: [...others, channel] }
  }),
})

export const withSeries = (region: Region, series: Omit<Region['series'][number], 'id'>): Region => ({
  ...region,
  series: [...region.series, { ...series, id: freshId('series', region.series) }],
})
