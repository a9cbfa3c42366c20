import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Sealed } from './columns.ts'
import { columnData } from './data-classes.ts'
import { type Keyring, open, seal } from './encryption.ts'

type Placeholder<About extends string> = About extends `${string}{${infer Column}}${infer Rest}`
  ? Column | Placeholder<Rest>
  : never
type SealedColumn<About extends string> = PgColumn & { _: { data: Sealed<About> } }
/** The columns of a row that its text is bound to. */
type Binding<About extends string> = Record<Placeholder<About>, string | number>

/** A text that a transaction decrypted: of which table, and the key of its row. */
export type Opened = { table: PgTable; row: Record<string, unknown> }

/** Encrypts a text for one row of a column. */
export const sealText = <About extends string>(
  { keyring }: { keyring: Keyring },
  column: SealedColumn<About>,
  row: Binding<About>,
  plain: string,
): Sealed<About> => seal(keyring, plain, boundTo(column, row)) as Sealed<About>

/**
 * Decrypts the text of one row. Throws when it was changed or belongs to another row. Tells a region's transaction, for
 * the audit log: whoever shows a text has opened it here.
 */
export const openText = <About extends string>(
  { keyring, opened }: { keyring: Keyring; opened?: Opened[] },
  column: SealedColumn<About>,
  row: Binding<About>,
  sealed: Sealed<About>,
): string => {
  opened?.push({ table: column.table, row })
  return open(keyring, sealed, boundTo(column, row))
}

/** Computes the additional authenticated data that binds a text to its column and row; nothing else does. */
export const boundTo = (column: PgColumn, row: Record<string, unknown>): string => {
  const data = columnData(column)
  if (data?.class !== 'sealed') throw new Error(`${column.name} is no sealed column`)
  return data.about.replace(/\{(\w+)\}/g, (_, key: string) => {
    if (row[key] === undefined) throw new Error(`${column.name} is bound to ${key}, which is not given`)
    return String(row[key])
  })
}
