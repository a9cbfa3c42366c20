import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ACCEPTED, LAST_ALONE } from './accepted.ts'
import { contractionsIn, neededIn, readSql, tablesIn, tablesProtectedIn } from './read-sql.ts'

/**
 * Lints the migrations for what breaks or blocks an older version running beside them (docs/decisions/0014): locks and
 * rewrites by squawk, contractions by squawk and the parsed SQL, and that a table belongs to one region.
 */

export type Migration = { tag: string; sql: string }
export type Fault = { tag: string; rule: string; what?: string; message: string }

/** Rules switched off: ids are uuids and counts are small; the migrator sets the timeouts, not each file. */
const SWITCHED_OFF = [
  'prefer-bigint-over-int',
  'prefer-bigint-over-smallint',
  'prefer-identity',
  'require-lock-timeout',
  'require-statement-timeout',
]

/** Allowed to a migration that names the migration a process must know. The others lock or rewrite, and never are. */
const CONTRACTIONS = new Set([
  'adding-not-nullable-field',
  'adding-required-field',
  'ban-drop-column',
  'ban-drop-not-null',
  'ban-drop-table',
  'contraction',
  'renaming-column',
  'renaming-table',
])
const EXPAND_FIRST =
  'older processes still use it: take it away a version later, naming the migration that a process must know (docs/decisions/0014)'

const Report = z.array(z.object({ file: z.string(), message: z.string(), rule_name: z.string() }))

const SQUAWK = fileURLToPath(new URL('../../node_modules/.bin/squawk', import.meta.url))

/** Squawk ends with a failure where it finds anything; its report is what counts. */
const squawk = (files: readonly string[]): Promise<z.infer<typeof Report>> =>
  new Promise((resolve, reject) => {
    const flags = ['--pg-version=18', '--assume-in-transaction', '--reporter=json']
    execFile(SQUAWK, [...flags, `--exclude=${SWITCHED_OFF.join(',')}`, ...files], (error, stdout) => {
      const report = Report.safeParse(stdout === '' ? undefined : JSON.parse(stdout))
      if (report.success) resolve(report.data)
      else reject(error ?? report.error)
    })
  })

const squawkFaults = async (migrations: readonly Migration[]): Promise<Fault[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  try {
    const files = migrations.map(({ tag }) => join(folder, `${tag}.sql`))
    await Promise.all(files.map((file, index) => writeFile(file, migrations[index]?.sql ?? '')))
    const report = await squawk(files)
    return report.map(({ file, rule_name, message }) => ({
      tag: basename(file, '.sql'),
      rule: rule_name,
      message,
    }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Parsed = { tag: string; statements: Awaited<ReturnType<typeof readSql>> }

/** Tables that row security does not bind to a region, by the end of all migrations. */
const regionFaults = (parsed: readonly Parsed[]): Fault[] => {
  const protectedTables = new Set(parsed.flatMap(({ statements }) => tablesProtectedIn(statements)))
  return parsed.flatMap(({ tag, statements }) =>
    tablesIn(statements)
      .filter(({ name, hasRegion }) => !hasRegion || !protectedTables.has(name))
      .map(({ name }) => ({
        tag,
        rule: 'table-of-a-region',
        what: name,
        message: `table ${name}: it needs a column region_id, not null, and select protect_region('${name}')`,
      })),
  )
}

/** Finds contractions of a migration that names no earlier migration which a process must know. */
const olderVersionFaults = (faults: readonly Fault[], parsed: readonly Parsed[]): Fault[] =>
  parsed
    .filter(({ tag }) => tag > LAST_ALONE)
    .flatMap(({ tag, statements }) => {
      const needed = neededIn(statements)
      const mine = [
        ...faults.filter((fault) => fault.tag === tag),
        ...contractionsIn(statements).map((message) => ({ tag, rule: 'contraction', message })),
      ]
      if (needed === undefined)
        return mine.map((fault) =>
          CONTRACTIONS.has(fault.rule) ? { ...fault, message: `${fault.message}: ${EXPAND_FIRST}` } : fault,
        )
      const locks = mine.filter(({ rule }) => !CONTRACTIONS.has(rule))
      if (parsed.some((earlier) => earlier.tag === needed && earlier.tag < tag)) return locks
      return [...locks, { tag, rule: 'needs-an-earlier', message: `needs ${needed}, which is not before it` }]
    })

/** All faults, in the order of the migrations. */
export const faultsOf = async (migrations: readonly Migration[]): Promise<Fault[]> => {
  const parsed = await Promise.all(
    migrations.map(async ({ tag, sql }) => ({ tag, statements: await readSql(sql) })),
  )
  const faults = [...olderVersionFaults(await squawkFaults(migrations), parsed), ...regionFaults(parsed)]
  return faults.toSorted((one, other) => (one.tag < other.tag ? -1 : one.tag > other.tag ? 1 : 0))
}

const MIGRATIONS = fileURLToPath(new URL('../../src/store/engine/migrations/', import.meta.url))

const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => ({
      tag: basename(name, '.sql'),
      sql: await readFile(join(MIGRATIONS, name), 'utf8'),
    })),
  )
}

const check = async (): Promise<boolean> => {
  const faults = await faultsOf(await readMigrations())
  const accepts = (entry: (typeof ACCEPTED)[number], fault: Fault): boolean =>
    entry.tag === fault.tag && entry.rule === fault.rule && entry.what === fault.what
  const left = faults.filter((fault) => !ACCEPTED.some((entry) => accepts(entry, fault)))
  for (const { tag, rule, message } of left) console.error(`${tag}: ${message} (${rule})`)
  const stale = ACCEPTED.filter((entry) => !faults.some((fault) => accepts(entry, fault)))
  for (const { tag, rule } of stale)
    console.error(`${tag}: ${rule} is accepted, but no fault: remove the entry`)
  return left.length + stale.length === 0
}

if (import.meta.main && !(await check())) process.exitCode = 1
