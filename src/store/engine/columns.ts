import { customType, foreignKey, type PgColumn, text } from 'drizzle-orm/pg-core'

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

/** A month, kept as its first day so that ranges and indexes work. */
export const plainMonth = customType<{ data: Temporal.PlainYearMonth; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toPlainDate({ day: 1 }).toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value).toPlainYearMonth(),
})

/** Bytes made by `seal`: nobody reads them without the key. */
export const sealed = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** Every table carries its region; row security compares this column (migrations, `protect_region`). */
export const regionId = () => text('region_id').notNull()

/** A reference inside one region: both tables' region columns take part, so that it cannot point across. */
export const within = (columns: [PgColumn, PgColumn], foreignColumns: [PgColumn, PgColumn]) =>
  foreignKey({ columns, foreignColumns })
