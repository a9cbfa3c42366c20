import { randomBytes } from 'node:crypto'
import { glob, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns } from 'drizzle-orm'
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Config, readConfig } from '../../../src/app/config.ts'
import { loadKeyring } from '../../../src/app/key-file.ts'
import { forgetKey } from '../../../src/cli/keys/forget.ts'
import { listKeys } from '../../../src/cli/keys/list.ts'
import { rotateKeys } from '../../../src/cli/keys/rotate.ts'
import { type Database, openDatabase } from '../../../src/store/engine/database.ts'
import { keyId, keyring } from '../../../src/store/engine/encryption.ts'
import { formDraftOf, keepFormDraft } from '../../../src/store/form/form-drafts.ts'
import { SEALED_COLUMNS, VAULT_COLUMNS } from '../../../src/store/keeping/schema.ts'
import { saveRegion } from '../../../src/store/region/regions.ts'
import { installationOf, keepInstallation } from '../../../src/store/workspace/installations.ts'
import { freshDatabase } from '../../support/database.ts'
import { sampleRegion, tokyo } from '../../support/product.ts'

const NOW = tokyo('2026-04-08T08:00')
let dataDir: string
let databaseUrl: string
let config: Config
/** As a bot holds it that was started before anything was rotated. */
let bot: Database

const configWith = (more: Record<string, string> = {}): Config => {
  const read = readConfig({
    DATABASE_URL: databaseUrl,
    REDIS_URL: 'redis://127.0.0.1:1',
    DATA_DIR: dataDir,
    ...more,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.config
}
const opened = (ring: Parameters<typeof openDatabase>[1]): Database => {
  const database = openDatabase(databaseUrl, ring, () => undefined)
  onTestFinished(() => database.close())
  return database
}
const keep = (database: Database, form: string, text: string) =>
  database.inRegion('saikatsuhoku', (scope) => keepFormDraft(scope, 'sakura', form, { text }, NOW))
const kept = async (database: Database, form: string) =>
  (await database.inRegion('saikatsuhoku', (scope) => formDraftOf(scope, 'sakura', form)))?.values.text
const keysInFile = async () =>
  (await readFile(join(dataDir, 'tsunagi.key'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => keyId(Buffer.from(line, 'base64')))

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-keys-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  databaseUrl = await freshDatabase()
  config = configWith()
  bot = opened(await loadKeyring(config))
  const region = await sampleRegion()
  await bot.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    for (let form = 0; form < 450; form += 1)
      await keepFormDraft(scope, 'sakura', `form-${form}`, { text: `文 ${form}` }, NOW)
  })
})

test('every sealed column of the schema can be sealed anew', async () => {
  const store = new URL('../../../src/store/', import.meta.url)
  const wanted: string[] = []
  for await (const file of glob('*/tables.ts', { cwd: store }))
    for (const table of Object.values(await import(new URL(file, store).href)))
      if (table instanceof PgTable)
        for (const [name, column] of Object.entries<PgColumn>(getTableColumns(table)))
          if (column.getSQLType() === 'bytea') wanted.push(`${file} ${name}`)
  expect([...SEALED_COLUMNS, ...VAULT_COLUMNS]).toHaveLength(wanted.length)
})

test('a new key seals every text while the bot runs, which reads on; the old key goes when nothing needs it', async () => {
  const [old] = await keysInFile()
  const installed = { platform: 'slack', workspace: 'T0900' } as const
  await bot.inVault((vault) => keepInstallation(vault, installed, 'tokens of T0900', NOW))
  const rotating = rotateKeys(config, { now: () => NOW })
  for (let form = 0; form < 40; form += 1) await keep(bot, `form-${form}`, `書き直し ${form}`)
  const said = await rotating
  expect(said).toMatchObject({ ok: true })
  const [current, older] = await keysInFile()
  expect(older).toBe(old)
  expect(current).not.toBe(old)
  expect((await stat(join(dataDir, 'tsunagi.key'))).mode & 0o777).toBe(0o600)
  expect(await kept(bot, 'form-39')).toBe('書き直し 39')
  expect(await kept(bot, 'form-449')).toBe('文 449')

  // The running bot has met the new key: it seals with it too.
  await keep(bot, 'form-late', 'あとから')
  await rotateKeys(config)
  const listed = await listKeys(config)
  expect(listed.data).toMatchObject({
    keys: expect.arrayContaining([{ id: old, current: false, held: true, texts: 0 }]),
  })
  expect(await forgetKey(old ?? '', config)).toMatchObject({ ok: true })
  expect(await keysInFile()).not.toContain(old)
  expect(await kept(opened(await loadKeyring(config)), 'form-late')).toBe('あとから')
  const later = opened(await loadKeyring(config))
  expect(await kept(later, 'form-100')).toBe('文 100')
  expect(await later.inVault((vault) => installationOf(vault, installed))).toBe('tokens of T0900')
})

test('keys from the environment: the first one seals, and nothing is made up', async () => {
  const [old] = [await readFile(join(dataDir, 'tsunagi.key'), 'utf8')]
  const fresh = randomBytes(32)
  const both = configWith({ TSUNAGI_KEY: `${fresh.toString('base64')},${old.trim()}` })
  expect(await rotateKeys(both)).toMatchObject({
    ok: true,
    data: { current: keyId(fresh), resealed: 450, left: {} },
  })
  expect(await kept(opened(keyring([fresh])), 'form-7')).toBe('文 7')
  const again = await rotateKeys(both)
  expect(again).toMatchObject({ ok: false })
  expect(again.lines.join()).toContain('先頭に新しい鍵を足し')
})

test('what needs a key that is not here is named, and a key that is needed is not forgotten', async () => {
  await rotateKeys(config)
  const [current, old] = await keysInFile()
  await keep(
    opened(
      keyring([
        Buffer.from((await readFile(join(dataDir, 'tsunagi.key'), 'utf8')).split('\n')[1] ?? '', 'base64'),
      ]),
    ),
    'form-x',
    'まえ',
  )
  expect((await forgetKey(old ?? '', config)).lines.join()).toContain('まだ 1 件')
  expect((await forgetKey(current ?? '', config)).lines.join()).toContain('いま使っている鍵')
  expect((await forgetKey('00000000', config)).lines.join()).toContain('ありません')
  await writeFile(join(dataDir, 'tsunagi.key'), `${randomBytes(32).toString('base64')}\n`)
  const listed = await listKeys(config)
  expect(listed.ok).toBe(false)
  expect(listed.lines.join()).toContain('手もとにない鍵')
})
