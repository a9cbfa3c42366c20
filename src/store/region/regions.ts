import { randomUUID } from 'node:crypto'
import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { keepAdHoc } from '../../domain/region/ad-hoc-series.ts'
import { endedBy } from '../../domain/region/ended.ts'
import { Region } from '../../domain/region/region.ts'
import { Series } from '../../domain/region/series.ts'
import { rememberTurns } from '../../domain/rota/on-turn.ts'
import { isExternal, type PlatformName } from '../../domain/workspace/platforms.ts'
import type { Gate, Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { sealPlacedFromNow } from '../engine/sealing.ts'
import { endWhatTheyHeld } from '../keeping/end.ts'
import { workspaces } from '../workspace/tables.ts'
import { bodies, members, municipalities, offices, regions, series } from './tables.ts'
import { loadTurnFacts } from './turn-facts.ts'

/** The lists of a region that have a table each; the rest is its head. */
const PARTS = { municipalities, offices, members, bodies, series } as const
type PartName = keyof typeof PARTS
const PART_NAMES = Object.keys(PARTS) as PartName[]

export const regionIds = async (gate: Gate): Promise<string[]> => {
  const rows = await gate.tx.select({ id: regions.regionId }).from(regions).orderBy(asc(regions.regionId))
  return rows.map(({ id }) => id)
}

/** The region that a workspace is connected to. On a built-in platform it is named like its region. */
export const regionOfWorkspace = async (
  gate: Gate,
  platform: PlatformName,
  workspace: string,
): Promise<string | undefined> => {
  if (!isExternal(platform)) return (await regionIds(gate)).find((id) => id === workspace)
  const [found] = await connected(gate, { platform, workspace })
  return found?.regionId
}

const connected = prepared((tx) =>
  tx
    .select({ regionId: workspaces.regionId })
    .from(workspaces)
    .where(
      and(
        eq(workspaces.platform, param('platform', workspaces.platform)),
        eq(workspaces.workspace, param('workspace', workspaces.workspace)),
      ),
    ),
)

type StoredPart = { noun: PartName; definition: unknown }

/** Loads and parses the whole region. Every command and job needs it, so the parsed one is cached by its revision. */
export const findRegion = async (scope: Scope): Promise<Region | undefined> => {
  const [head] = await revision(scope, {})
  if (!head) return undefined
  const kept = scope.regions.get(scope.regionId)
  if (kept?.revision === head.revision) return kept.region
  const region = await readRegion(scope)
  rememberTurns(region, await loadTurnFacts(scope, region))
  scope.regions.set(scope.regionId, { revision: head.revision, region })
  return region
}

const revision = prepared((tx) => tx.select({ revision: regions.revision }).from(regions))

const readRegion = async (scope: Scope): Promise<Region> => {
  const [head] = await scope.tx.select({ definition: regions.definition }).from(regions)
  const parts = PART_NAMES.map(
    (noun) => sql`select ${noun} as noun, position, definition from ${PARTS[noun]}`,
  )
  const found = await scope.tx.execute<StoredPart>(
    sql`${sql.join(parts, sql` union all `)} order by noun, position`,
  )
  const byNoun = Map.groupBy(found.rows, ({ noun }) => noun)
  const lists = PART_NAMES.map((noun) => [noun, byNoun.get(noun)?.map(({ definition }) => definition) ?? []])
  return Region.parse({
    ...z.record(z.string(), z.unknown()).parse(head?.definition),
    ...Object.fromEntries(lists),
  })
}

/** Locks the region against other writers until the transaction ends. */
export const lockRegion = async (scope: Scope): Promise<void> => {
  await scope.tx.select({ revision: regions.revision }).from(regions).for('update')
}

/** Loads a region that is known to exist. */
export const loadRegion = async (scope: Scope): Promise<Region> => {
  const region = await findRegion(scope)
  if (!region) throw new Error(`region ${scope.regionId} is not in the store`)
  return region
}

/**
 * Stores the region by diff: adds, updates and deletes rows to match, and ends at once what accounts and persons held
 * who are gone. Throws where a row to delete is still referenced (a member with cases): the caller checks first. The
 * series that the bot made for polls stay with their bodies.
 */
export const saveRegion = async (scope: Scope, region: Region): Promise<void> => {
  await lockRegion(scope)
  const before = await findRegion(scope)
  if (before) await endWhatTheyHeld(scope, endedBy(before, region))
  const stored = z.encode(Region, keepAdHoc(before, region))
  const head = Object.fromEntries(
    Object.entries(stored).filter(([key]) => !PART_NAMES.some((name) => name === key)),
  )
  const regionId = scope.regionId
  if (!before) await sealPlacedFromNow(scope)
  await scope.tx
    .insert(regions)
    .values({ regionId, definition: head })
    .onConflictDoUpdate({
      target: regions.regionId,
      set: { definition: head, revision: randomUUID() },
    })
  for (const noun of PART_NAMES) await savePart(scope, noun, stored[noun] ?? [])
  await scope.tx.delete(workspaces)
  // One that was left can be connected anew, here or elsewhere: nobody is found by it.
  const connected = region.workspaces.filter(({ left }) => left === undefined)
  if (connected.length > 0)
    await scope.tx
      .insert(workspaces)
      .values(connected.map(({ platform, id, name }) => ({ regionId, platform, workspace: id, name })))
}

/** Adds one series to a region whose row the caller holds locked, and returns the region with it. */
export const addSeries = async (
  scope: Scope,
  region: Region,
  one: Region['series'][number],
): Promise<Region> => {
  const definition = z.encode(Series, one)
  await scope.tx
    .insert(series)
    .values({ regionId: scope.regionId, id: one.id, position: region.series.length, definition })
  await scope.tx.update(regions).set({ revision: randomUUID() })
  return loadRegion(scope)
}

const savePart = async (scope: Scope, noun: PartName, rows: readonly { id: string }[]): Promise<void> => {
  const table = PARTS[noun]
  const ids = rows.map(({ id }) => id)
  await scope.tx.delete(table).where(ids.length > 0 ? notInArray(table.id, ids) : undefined)
  if (ids.length === 0) return
  await scope.tx
    .insert(table)
    .values(
      rows.map((definition, position) => ({
        regionId: scope.regionId,
        id: definition.id,
        position,
        definition,
      })),
    )
    .onConflictDoUpdate({
      target: [table.regionId, table.id],
      set: { position: sql`excluded.position`, definition: sql`excluded.definition` },
    })
}
