import { getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Sealed } from './columns.ts'
import { columnData, columnsOf } from './data-classes.ts'
import { type Form, formOf, type Keyring, open, seal } from './encryption.ts'
import type { Sealing } from './sealing.ts'

/** Where a text lies: a transaction in a region, or in the vault, which is of none. */
type Place = { readonly regionId?: string; readonly keyring: Keyring; readonly sealing: Sealing }
type Row = { readonly [key: string]: unknown }
type SealedColumn<Name extends string, Key extends string> = PgColumn & { _: { data: Sealed<Name, Key> } }
/** The columns of a row that its text is bound to; others may stand beside them. */
type Binding<Key extends string> = Record<Key, string | number> & Row

/** A text that a transaction decrypted: of which table, and the key of its row. */
export type Opened = { table: PgTable; row: Record<string, unknown> }

/** Encrypts a text for one row of a column. */
export const sealText = <Name extends string, Key extends string>(
  place: Place,
  column: SealedColumn<Name, Key>,
  row: Binding<Key>,
  plain: string,
): Sealed<Name, Key> => sealIn(place, column, row, plain) as Sealed<Name, Key>

/**
 * Decrypts the text of one row. Throws when it was changed or belongs to another place. Tells a region's transaction, for
 * the audit log: whoever shows a text has opened it here.
 */
export const openText = <Name extends string, Key extends string>(
  place: Place & { opened?: Opened[] },
  column: SealedColumn<Name, Key>,
  row: Binding<Key>,
  sealed: Sealed<Name, Key>,
): string => {
  place.opened?.push({ table: column.table, row })
  return openIn(place, column, row, sealed)
}

/** `sealText` for a column that is found in the schema. */
export const sealIn = (place: Place, column: PgColumn, row: Row, plain: string): Uint8Array => {
  const { sealing } = place
  const form: Form = sealing.seals === 'old' && bindingOf(column).before !== undefined ? 'old' : 'placed'
  if (form === 'old') sealing.sealedOld = true
  return seal(place.keyring, plain, form, boundTo(place, column, row, form))
}

/** `openText` for a column that is found in the schema. */
export const openIn = (place: Place, column: PgColumn, row: Row, bytes: Uint8Array): string => {
  const form = formOf(bytes) ?? 'placed'
  if (form === 'old' && !place.sealing.opensOld)
    throw new Error(`${bindingOf(column).name}: sealed the old way, which is accepted no longer here`)
  return open(place.keyring, bytes, boundTo(place, column, row, form))
}

type Bound = { name: string; isRegional: boolean; key: readonly string[]; before: string | undefined }
const bindings = new WeakMap<PgColumn, Bound>()

const bindingOf = (column: PgColumn): Bound => {
  const known = bindings.get(column)
  if (known) return known
  const data = columnData(column)
  if (data?.class !== 'sealed') throw new Error(`${column.name} is no sealed column`)
  const { key, before } = data
  const isRegional = columnsOf(column.table).some(([name]) => name === 'regionId')
  const table = getTableName(column.table)
  const made = { name: `${table}.${column.name}`, isRegional, key: key.toSorted(), before }
  bindings.set(column, made)
  return made
}

/**
 * Computes the additional authenticated data that binds a text to its place; nothing else does. A JSON array, so that no
 * two places read alike.
 */
export const boundTo = (
  { regionId }: Pick<Place, 'regionId'>,
  column: PgColumn,
  row: Row,
  form: Form,
): string => {
  const { name, isRegional, key, before } = bindingOf(column)
  const bound = (of: string): string => {
    if (row[of] === undefined) throw new Error(`${name} is bound to ${of}, which is not given`)
    return String(row[of])
  }
  if (form === 'old') {
    if (before === undefined) throw new Error(`${name} was never sealed the old way`)
    return before.replace(/\{(\w+)\}/g, (_, of: string) => bound(of))
  }
  if (isRegional && regionId === undefined) throw new Error(`${name} belongs to a region`)
  return JSON.stringify([isRegional ? regionId : null, name, ...key.map(bound)])
}
