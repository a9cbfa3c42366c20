import { type PgTableExtraConfigValue, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { identifier, json, regionId } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

/**
 * A table of things that the region file describes: each row is one of them, as its schema reads it, in the file's
 * order. Work (cases, meetings) refers to these rows, so that one in use cannot be taken away.
 */
export const regionPart = <Name extends string>(name: Name) =>
  table(
    name,
    {
      regionId: regionId(),
      id: identifier('id').notNull(),
      position: smallint('position').notNull(),
      definition: json<unknown>('definition', 'region file').notNull(),
    },
    { keep: 'region' },
    (t): PgTableExtraConfigValue[] => [primaryKey({ columns: [t.regionId, t.id] })],
  )

export const bodies = regionPart('bodies')

export const members = regionPart('members')

export const municipalities = regionPart('municipalities')

export const offices = regionPart('offices')

/** The tenant. `definition` is the region file's head: name, time zone, hours, settings. */
export const regions = table(
  'regions',
  {
    regionId: identifier('region_id').primaryKey(),
    definition: json<unknown>('definition', 'region file').notNull(),
    /** New with every change of the region or its parts, so that a reader can keep what it parsed. */
    revision: uuid('revision').notNull().defaultRandom(),
  },
  { keep: 'region' },
)

export const series = regionPart('series')
