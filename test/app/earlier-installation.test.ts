import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Config, readConfig } from '../../src/app/config.ts'
import { startServers } from '../../src/app/embedded/servers.ts'
import { loadKeyring } from '../../src/app/key-file.ts'
import { practiceUrlOf } from '../../src/app/practice-store.ts'
import { startBot } from '../../src/app/start.ts'
import { storedPractice } from '../../src/app/stored-practice.ts'
import { systemClock } from '../../src/app/system-clock.ts'
import { backup } from '../../src/cli/backup/backup.ts'
import { restore } from '../../src/cli/backup/restore.ts'
import { listKeys } from '../../src/cli/keys/list.ts'
import { applyRegion } from '../../src/cli/region/apply.ts'
import { exportRegion } from '../../src/cli/region/export.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { databaseExists, holdsRegion } from '../../src/store/engine/databases.ts'
import { migrateDatabase } from '../../src/store/engine/migrate.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { sampleRegion } from '../support/product.ts'
import { slackStage } from '../support/stages.ts'
import { usedDataFolder } from './embedded/data-folder.ts'

const SAMPLE = new URL('../../examples/regions/saikatsuhoku.yaml', import.meta.url).pathname

let original = ''
beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), 'tsunagi-earlier-'))
  await (await startServers({ dataDir: original })).stop()
})
afterAll(() => rm(original, { recursive: true, force: true }))

const configOf = (dataDir: string, more: Record<string, string> = {}): Config => {
  const read = readConfig({ DATA_DIR: dataDir, PORT: '0', ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.config
}

const WORDS = 'まえに練習で書いたこと'

/** A data folder as a version before left it: one database, with a region that was served on the practice workspace. */
const folderOfBefore = async (shape: (region: Region) => Region = (region) => region): Promise<string> => {
  const dataDir = await usedDataFolder(original)
  const servers = await startServers({ dataDir })
  await migrateDatabase(servers.databaseUrl)
  const keys = await loadKeyring(configOf(dataDir))
  const database = openDatabase(servers.databaseUrl, keys, () => undefined)
  const region = shape(await sampleRegion())
  await database.inRegion(region.id, (scope) => saveRegion(scope, region))
  await storedPractice(database, region.id, systemClock).add({
    conversation: 'direct:sakura',
    author: 'sakura',
    content: { kind: 'text', text: WORDS },
    key: 'before',
    postedAt: systemClock.now(),
  })
  await database.close()
  await servers.stop()
  return dataDir
}

const running = async (config: Config) => {
  const started = await startBot(config, 'all', pino({ level: 'silent' }))
  if (!started.ok) throw new Error(started.reason)
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= started.running.stop()
    return stopped
  }
  onTestFinished(stop)
  return { ...started.running, stop }
}

const saidTo = async (address: string): Promise<string> =>
  (await fetch(`${address}/api/as/sakura/messages?conversation=direct:sakura`)).text()

const stores = async (config: Config) => {
  const servers = await startServers(config)
  try {
    const practice = practiceUrlOf(servers, config)
    return { real: await holdsRegion(servers.databaseUrl), practice: await databaseExists(practice) }
  } finally {
    await servers.stop()
  }
}

test('what an installation of before practised with goes on as practice, and the real store is empty', async () => {
  const config = configOf(await folderOfBefore())
  const bot = await running(config)
  expect(await saidTo(bot.address)).toContain(WORDS)
  await bot.stop()
  expect(await stores(config)).toEqual({ real: false, practice: true })
  const again = await running(config)
  expect(await saidTo(again.address)).toContain(WORDS)
})

const stage = slackStage('http')

test.each([
  ['a workspace is connected', stage.workspace, 'saikatsuhoku'],
  ['it is a region of one’s own that nobody wrote in', undefined, 'another-region'],
])('a region of before stays real where %s; practice gets the sample', async (_, workspace, id) => {
  const dataDir = workspace
    ? await folderOfBefore((region) => stage.connect(region, workspace))
    : await usedDataFolder(original)
  const config = configOf(dataDir)
  if (!workspace) {
    const servers = await startServers({ dataDir })
    await migrateDatabase(servers.databaseUrl)
    const database = openDatabase(servers.databaseUrl, await loadKeyring(configOf(dataDir)), () => undefined)
    const region = { ...(await sampleRegion()), id }
    await database.inRegion(id, (scope) => saveRegion(scope, region))
    await database.close()
    await servers.stop()
  }
  const bot = await running(config)
  expect(bot.real).toBeUndefined()
  expect(await saidTo(bot.address)).not.toContain(WORDS)
  await bot.stop()
  expect(await stores(config)).toEqual({ real: true, practice: true })
  expect(await exportRegion(undefined, config)).toMatchObject({ ok: true, data: { id } })
})

test('the command line speaks of practice where nothing else is, and of the real region once there is one', async () => {
  const dataDir = await usedDataFolder(original)
  const config = configOf(dataDir)
  await (await running(config)).stop()
  expect(await exportRegion(undefined, config)).toMatchObject({ ok: true, data: { id: 'saikatsuhoku' } })
  expect(await listKeys(config)).toMatchObject({ ok: true, data: { keys: [{ current: true }] } })

  const file = join(dataDir, '..', 'practice.tar.gz')
  expect(await backup(file, config)).toMatchObject({ ok: true, data: { regions: ['saikatsuhoku'] } })
  expect(await restore(file, false, config)).toMatchObject({ ok: false })
  expect(await restore(file, true, config)).toMatchObject({ ok: true })
  expect(await stores(config)).toEqual({ real: false, practice: true })

  expect(await applyRegion(SAMPLE, false, { ...config, meansPractice: true })).toMatchObject({ ok: true })
  expect(await stores(config)).toEqual({ real: false, practice: true })
  expect(await applyRegion(SAMPLE, false, config)).toMatchObject({ ok: true })
  expect(await stores(config)).toEqual({ real: true, practice: true })
})
