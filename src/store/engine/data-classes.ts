import {
  type BuildColumns,
  type BuildExtraConfigColumns,
  getTableColumns,
  getTableName,
  type SQL,
} from 'drizzle-orm'
import {
  getTableConfig,
  type PgColumn,
  type PgColumnBuilderBase,
  type PgTable,
  type PgTableExtraConfigValue,
  pgTable,
} from 'drizzle-orm/pg-core'

/** Subjects of an erasure, with what its queries need to know of them. */
export type Subjects = {
  case: { id: string; code: string }
  member: { id: string; accounts: readonly { platform: string; workspace: string; user: string }[] }
}
type Subject = keyof Subjects

/** What an erasure does: sets the column to null, deletes the row, or overwrites the text. */
export type Erasure = 'null' | 'row' | { text: string }

/** Whom a text is about, and what erasing that subject does. For other subjects it lasts as long as its row. */
export type Of = Partial<Record<Subject, Erasure>> | 'meeting' | 'office' | 'region' | 'workspace'

/**
 * What the end of an account or of a person does at once with what is in their hands (a code, an address), while it is
 * not used up: `while` names the column that says so. An account ends when its link or workspace goes; a person, when
 * they leave the roster, or their last account or role goes.
 */
export type Ends = 'never' | { with: 'account' | 'person'; by: 'row' | 'null'; while?: string }

export type ColumnData =
  /** Made by the program or the region file: an id, a kind, a key. Nobody types it of a person. */
  | { class: 'identifier' }
  /** Hash of a secret: in no export. */
  | { class: 'secret' }
  /** Members' ids inside a document: they stay, as what was done does. */
  | { class: 'member ids' }
  /** Read from the region file, and erased by changing it (`withoutMember`). */
  | { class: 'region file' }
  /** A member. `export: 'row'`: the row is about them. `when`: only in rows with these values. */
  | {
      class: 'member'
      erase: 'keep' | 'null' | 'row'
      export: 'row' | 'audit log'
      ends: Ends
      when?: Record<string, string>
    }
  /**
   * Encrypted, and bound to region, table, column and `key`: the columns of a unique key of the table beside the region,
   * and its `version` where it has one (`keyFaults`). `before`: what texts were bound to up to 0.1.0, with `{column}` for
   * its value; a column of a later version has none.
   */
  | { class: 'sealed'; key: readonly string[]; of: Of; before?: string }
  /** What people typed, or what tells who somebody is, in clear. */
  | { class: 'personal'; of: Of }

/** How long rows are kept. */
type Keep<Column extends string = string> =
  /** As long as the region: what was done, by ids, codes and dates. */
  | 'region'
  /** Until used up or replaced, by the table's own queries. */
  | 'replaced'
  /** The row stays; what was written of the case goes so many years after it was closed. */
  | { texts: 'caseYears' }
  | { years: 'minutesYears'; meeting: Column }
  | { days: number; after: Column; only?: Partial<Record<Column, readonly string[]>> }

export type TableData<Column extends string = string, Built = Record<string, PgColumn>> = {
  keep: Keep<Column>
  /** `false`: ephemeral, left out of backups. */
  backup?: false
} & {
  /** Which rows are about the subject. */
  [S in Subject]?: (columns: Built, subject: Subjects[S]) => SQL
}

const builders = new WeakMap<PgColumnBuilderBase, ColumnData>()
const columns = new WeakMap<PgColumn, ColumnData>()
const tables = new WeakMap<PgTable, TableData>()

/** Attaches a data class to a column builder; `table` copies it to the column. */
export const holding = <Builder extends PgColumnBuilderBase>(builder: Builder, data: ColumnData): Builder => {
  builders.set(builder, data)
  return builder
}

/** Declares a table whose columns say what they hold; sealing, erasure, retention and export are loops over it. */
export const table = <Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  made: Columns,
  data: TableData<keyof Columns & string, BuildColumns<Name, Columns, 'pg'>>,
  extra: (t: BuildExtraConfigColumns<Name, Columns, 'pg'>) => PgTableExtraConfigValue[] = () => [],
) => {
  const built = pgTable(name, made, extra)
  const byKey: Record<string, PgColumn> = getTableColumns(built)
  for (const [key, builder] of Object.entries(made)) {
    const held = builders.get(builder)
    const column = byKey[key]
    if (held && column) columns.set(column, held)
  }
  tables.set(built, data as unknown as TableData)
  return built
}

/** Types that cannot hold anything of a person. */
const WORDLESS = /^(bigint|bigserial|boolean|date|integer|smallint|timestamp with time zone|uuid)$/

/** What a column holds; undefined when its declaration does not say. */
export const columnData = (column: PgColumn): ColumnData | undefined =>
  columns.get(column) ??
  (WORDLESS.test(column.getSQLType()) || column.enumValues?.length ? { class: 'identifier' } : undefined)

export const tableData = (of: PgTable): TableData | undefined => tables.get(of)

export const columnsOf = (of: PgTable): [string, PgColumn][] => Object.entries(getTableColumns(of))

/** Lists columns and tables whose declaration leaves sealing, erasure, retention or export undecided. */
export const undeclared = (of: PgTable): string[] => {
  const name = getTableName(of)
  const data = tableData(of)
  const keys = columnsOf(of).map(([key]) => key)
  const faults = columnsOf(of).flatMap(([, column]) =>
    columnFaults(column, keys, data).map((fault) => `${name}.${column.name}: ${fault}`),
  )
  return data ? faults : [`${name}: says not how long it is kept`, ...faults]
}

const columnFaults = (column: PgColumn, keys: readonly string[], data: TableData | undefined): string[] => {
  const held = columnData(column)
  if (!held) return ['says not what it holds']
  const erasures = erasuresOf(held)
  return [
    ...(held.class === 'sealed' && column.getSQLType() !== 'bytea' ? ['is not encrypted'] : []),
    ...(held.class === 'sealed' ? keyFaults(column, keys, held.key) : []),
    ...Object.entries(erasures).flatMap(([subject, erasure]) => [
      ...(erasure === 'null' && column.notNull ? [`cannot be emptied for a ${subject}`] : []),
      ...(data?.[subject as Subject] ? [] : [`its table says not which rows are about a ${subject}`]),
    ]),
    ...(held.class === 'member' && held.erase === 'null' && column.notNull ? ['cannot be emptied'] : []),
    ...(held.class === 'member' ? endFaults(held.ends, column, keys) : []),
  ]
}

const endFaults = (ends: Ends, column: PgColumn, keys: readonly string[]): string[] => {
  if (ends === 'never') return []
  return [
    ...(ends.by === 'null' && column.notNull ? ['cannot be emptied at an end'] : []),
    ...(ends.while === undefined || keys.includes(ends.while)
      ? []
      : [`ends while ${ends.while}, no column here`]),
  ]
}

/** Maps each subject to what its erasure does with the column. */
export const erasuresOf = (held: ColumnData): Partial<Record<Subject, Erasure>> =>
  (held.class === 'sealed' || held.class === 'personal') && typeof held.of === 'object' ? held.of : {}

/** A sealed text is bound to one row, and to one version of it: by any other columns it would open as another's. */
const keyFaults = (
  { table: of }: PgColumn,
  keys: readonly string[],
  declared: readonly string[],
): string[] => {
  const version = keys.includes('version') ? ['version'] : []
  const wanted = uniqueKeys(of).map((key) => [...new Set([...key, ...version])].sort().join(', '))
  const found = declared.toSorted().join(', ')
  return wanted.includes(found) ? [] : [`is bound to ${found || 'nothing'}, not to ${wanted.join('; or ')}`]
}

/** Lists the unique keys of a table, each without the region. */
const uniqueKeys = (of: PgTable): string[][] => {
  const { columns: all, primaryKeys, uniqueConstraints } = getTableConfig(of)
  const names = new Map(columnsOf(of).map(([key, { name }]) => [name, key]))
  return [
    ...all.filter(({ primary }) => primary).map((column) => [column]),
    ...[...primaryKeys, ...uniqueConstraints].map((one) => one.columns),
  ]
    .map((key) => key.map(({ name }) => names.get(name) ?? name).filter((key) => key !== 'regionId'))
    .filter((key) => key.length > 0)
}
