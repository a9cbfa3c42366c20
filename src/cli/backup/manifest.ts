import { z } from 'zod'

export const MANIFEST = 'manifest.json'

/** What is in a backup: the last file of the archive, written when everything before it is known. */
export const Manifest = z.strictObject({
  format: z.literal('tsunagi-backup'),
  formatVersion: z.literal(1),
  madeAt: z.codec(z.iso.datetime(), z.instanceof(Temporal.Instant), {
    decode: (text) => Temporal.Instant.from(text),
    encode: (instant) => instant.toString(),
  }),
  /** The migrations that the tables had, oldest first. */
  schema: z.array(z.strictObject({ hash: z.string(), when: z.int() })).min(1),
  regionIds: z.array(z.string()),
  /** In the order in which they are loaded. */
  tables: z.array(
    z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1), regional: z.boolean() }),
  ),
  /** Which keys open its texts. The keys themselves are not in it. */
  keyIds: z.array(z.string()),
  files: z.array(
    z.strictObject({
      path: z.string(),
      /** Null: of a table that belongs to no region. */
      regionId: z.string().nullable(),
      table: z.string(),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256: z.string(),
    }),
  ),
})
export type Manifest = z.output<typeof Manifest>
