import { customType, foreignKey, jsonb, type PgColumn, text } from 'drizzle-orm/pg-core'
import { type ColumnData, type Ends, holding, type Of } from './data-classes.ts'

/** `timestamptz` as an exact instant. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value.replace(' ', 'T')),
})

export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value),
})

/** A month, stored as its first day so that ranges and indexes work. */
export const plainMonth = customType<{ data: Temporal.PlainYearMonth; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toPlainDate({ day: 1 }).toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value).toPlainYearMonth(),
})

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

declare const bound: unique symbol
/** Branded bytes: `sealText` makes them for a column of this name and row key, and no other column accepts them. */
export type Sealed<Name extends string, Key extends string> = Uint8Array & {
  readonly [bound]: { name: Name; key: Key }
}

type SealedData<Key extends string> = { key: readonly Key[]; of: Of; before?: string }

/** An encrypted text, bound to its place: nobody reads it without the key, or elsewhere (`data-classes.ts`). */
export const sealed = <Name extends string, const Key extends string>(name: Name, data: SealedData<Key>) =>
  holding(bytes(name).$type<Sealed<Name, Key>>(), { class: 'sealed', ...data })

/** An id, kind or key of the program or the region file. */
export const identifier = <Name extends string>(name: Name) => holding(text(name), { class: 'identifier' })

type MemberData = Omit<Extract<ColumnData, { class: 'member' }>, 'class'>

/** A member whom the row is about. */
export const memberId = <Name extends string>(name: Name, data: MemberData) =>
  holding(text(name), { class: 'member', ...data })

/** The member who did it. Stays under the id after an erasure; an export has it by the audit log. */
export const doneBy = <Name extends string>(name: Name, ends: Ends = 'never') =>
  memberId(name, { erase: 'keep', export: 'audit log', ends })

/** Personal data in clear: texts that may name no case, and accounts and names at a platform. */
export const personal = <Name extends string>(name: Name, of: Of) =>
  holding(text(name), { class: 'personal', of })

/** The hash of a secret. */
export const secretHash = <Name extends string>(name: Name) => holding(text(name), { class: 'secret' })

/** A document of the program's own: ids, days, counts. */
export const json = <Data>(name: string, holds: 'identifier' | 'member ids' | 'region file') =>
  holding(jsonb(name).$type<Data>(), { class: holds })

/** Every table carries its region; row security compares this column (migrations, `protect_region`). */
export const regionId = () => identifier('region_id').notNull()

/** A composite foreign key with the region columns of both tables, so that no reference crosses regions. */
export const within = (columns: [PgColumn, PgColumn], foreignColumns: [PgColumn, PgColumn]) =>
  foreignKey({ columns, foreignColumns })
