import { jsonb, type PgTableExtraConfigValue, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { regionId } from '../columns.ts'

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
