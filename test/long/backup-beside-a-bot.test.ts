import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { botFolder } from '../support/bot-process.ts'

const CLI = fileURLToPath(new URL('../../src/cli/tsunagi.ts', import.meta.url))

type Ended = { code: number; out: string; err: string }

/** The command line as somebody types it, on a data folder. */
const tsunagi = (dataDir: string, ...words: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env
    const env = { ...inherited, DATA_DIR: dataDir, LOG_LEVEL: 'error' }
    const args = ['--disable-warning=ExperimentalWarning', CLI, ...words]
    execFile(process.execPath, args, { env, cwd: join(dataDir, '..') }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

/** Eight programs are started one after the other. */
const TIMEOUT_MS = 300_000

test('a bot is backed up while it runs, and put back in an empty folder', {
  timeout: TIMEOUT_MS,
}, async () => {
  await using from = await botFolder()
  await using to = await botFolder()
  const file = join(from.dataDir, '..', 'backup.tar.gz')
  const bot = await from.start()
  expect(await tsunagi(from.dataDir, 'backup', file)).toMatchObject({ code: 0, err: '' })
  const running = await tsunagi(from.dataDir, 'restore', file, '--replace')
  expect(running).toMatchObject({ code: 1 })
  expect(running.err).toContain('動いています')
  expect((await fetch(`${bot.address}/readyz`)).status).toBe(200)

  // The key is no part of a backup: it is carried over by itself, from where the first start made it.
  await mkdir(to.dataDir)
  const key = (await readFile(join(from.dataDir, 'key-file'), 'utf8')).trim()
  await copyFile(key, join(to.dataDir, 'tsunagi.key'))
  expect(await tsunagi(to.dataDir, 'restore', file)).toMatchObject({ code: 0, err: '' })
  const answer = await tsunagi(from.dataDir, 'region', 'export')
  expect(answer.code, answer.err).toBe(0)
  expect(await tsunagi(to.dataDir, 'region', 'export')).toEqual(answer)
  const again = await to.start()
  expect((await fetch(`${again.address}/readyz`)).status).toBe(200)
  expect(await again.interrupt()).toBe(0)
  expect(await bot.interrupt()).toBe(0)
})
