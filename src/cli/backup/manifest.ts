import { z } from 'zod'

export const MANIFEST = 'manifest.json'

/** The table of contents of a backup: the last file of the archive, since counts and hashes are known only then. */
export const Manifest = z.strictObject({
  format: z.literal('tsunagi-backup'),
  formatVersion: z.literal(1),
  /** Of which store; the real one where it is absent. */
  of: z.literal('practice').optional(),
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
  /** Ids of the keys that its texts are sealed with; not the keys. */
  keyIds: z.array(z.string()),
  files: z.array(
    z.strictObject({
      path: z.string(),
      /** Null for a table without a region. */
      regionId: z.string().nullable(),
      table: z.string(),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256: z.string(),
    }),
  ),
})
export type Manifest = z.output<typeof Manifest>
