import {
  jsonb,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { regionId } from '../engine/columns.ts'

/**
 * A table of things that the region file describes: each row is one of them, as its schema reads it, in the file's
 * order. Work (cases, meetings) refers to these rows, so that one in use cannot be taken away.
 */
export const regionPart = <Name extends string>(name: Name) =>
  pgTable(
    name,
    {
      regionId: regionId(),
      id: text('id').notNull(),
      position: smallint('position').notNull(),
      definition: jsonb('definition').notNull(),
    },
    (t): PgTableExtraConfigValue[] => [primaryKey({ columns: [t.regionId, t.id] })],
  )

export const bodies = regionPart('bodies')

export const members = regionPart('members')

export const municipalities = regionPart('municipalities')

export const offices = regionPart('offices')

/** The tenant. `definition` is the region file's head: name, time zone, hours, settings. */
export const regions = pgTable('regions', {
  regionId: text('region_id').primaryKey(),
  definition: jsonb('definition').notNull(),
  /** New with every change of the region or its parts, so that a reader can keep what it parsed. */
  revision: uuid('revision').notNull().defaultRandom(),
})

export const series = regionPart('series')
