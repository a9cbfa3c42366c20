import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Config, readConfig } from '../../src/app/config.ts'
import { addKey, keysAreGiven, loadKeyring, readKeyFile } from '../../src/app/key-file.ts'
import { KeyFileMissing, keyFileOf, liesWithData } from '../../src/app/key-place.ts'

let machine = ''
/** The machine's settings of a data folder, on which PostgreSQL is our own. */
const config = (folder: string, more: Record<string, string> = {}): Config => {
  const read = readConfig({ DATA_DIR: join(machine, folder), HOME: join(machine, 'home'), ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  // Whether this machine has a folder for keys is none of the test's.
  return { ...read.config, keyFolders: read.config.keyFolders.slice(1) }
}
const keyOf = async (one: Config) => (await loadKeyring(one)).current.id
const filesIn = async (folder: string) => (await readdir(join(machine, folder))).toSorted()

beforeEach(async () => {
  machine = await mkdtemp(join(tmpdir(), 'tsunagi-machine-'))
  onTestFinished(() => rm(machine, { recursive: true, force: true }))
  for (const folder of ['home', 'data', 'other', 'credentials']) await mkdir(join(machine, folder))
})

test('the first start makes the key outside the data folder, for its owner alone, and every later one finds it', async () => {
  const made = await keyOf(config('data'))
  const file = await keyFileOf(config('data'))
  expect(file.startsWith(join(machine, 'home', '.config', 'tsunagi', 'keys'))).toBe(true)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await liesWithData(config('data'), file)).toBe(false)
  expect(await keyOf(config('data'))).toBe(made)
  // Another user's command, or the service's: the folder itself says where its key lies.
  expect(await keyOf(config('data', { HOME: join(machine, 'elsewhere') }))).toBe(made)
})

test('a copy of the data folder holds no key', async () => {
  await loadKeyring(config('data'))
  const [key = ''] = (await readKeyFile(config('data'))).map((one) => one.toString('base64'))
  for (const name of await filesIn('data'))
    expect(await readFile(join(machine, 'data', name), 'utf8')).not.toContain(key)
})

test('data folders of one machine have keys of their own, also those that start at once', async () => {
  const [first, second] = await Promise.all([keyOf(config('data')), keyOf(config('other'))])
  expect(first).not.toBe(second)
  const [one, same] = await Promise.all([keyOf(config('third')), keyOf(config('third'))])
  expect(one).toBe(same)
  expect(await filesIn('home/.config/tsunagi/keys')).toHaveLength(3)
  await rename(join(machine, 'data'), join(machine, 'moved'))
  expect(await keyOf(config('moved'))).toBe(first)
})

test('a key that earlier versions made in the data folder goes on being used, and is not made twice', async () => {
  await writeFile(join(machine, 'data', 'tsunagi.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`)
  await loadKeyring(config('data'))
  expect(await keyFileOf(config('data'))).toBe(join(machine, 'data', 'tsunagi.key'))
  expect(await filesIn('data')).toEqual(['tsunagi.key'])
  await expect(filesIn('home/.config')).rejects.toThrow('ENOENT')
  expect(await liesWithData(config('data'), await keyFileOf(config('data')))).toBe(true)
})

test('KEY_FILE prevails; commands without it find the same key afterwards; moving it is a matter of naming it', async () => {
  const old = await keyOf(config('data'))
  const [from, to] = [await keyFileOf(config('data')), join(machine, 'other', 'moved.key')]
  await rename(from, to)
  expect(await keyOf(config('data', { KEY_FILE: to }))).toBe(old)
  expect(await keyFileOf(config('data'))).toBe(to)
  expect(await keyOf(config('data'))).toBe(old)
})

test('where a key was made and its file is gone, nothing starts, and no other key is made in its place', async () => {
  await loadKeyring(config('data'))
  const file = await keyFileOf(config('data'))
  await rm(file)
  await expect(loadKeyring(config('data'))).rejects.toThrow(new KeyFileMissing(file))
  const mistyped = join(machine, 'home', 'mistyped.key')
  await expect(loadKeyring(config('data', { KEY_FILE: mistyped }))).rejects.toThrow(KeyFileMissing)
  expect(await filesIn('home')).toEqual(['.config'])
})

test('a credential of systemd is read, before what lies in the data folder, and is not ours to change', async () => {
  await loadKeyring(config('data'))
  const credentials = join(machine, 'credentials')
  const given = config('data', { CREDENTIALS_DIRECTORY: credentials })
  expect(await keysAreGiven(given)).toBe(false)
  await writeFile(join(credentials, 'tsunagi.key'), `${Buffer.alloc(32, 9).toString('base64')}\n`)
  expect(await keyFileOf(given)).toBe(join(credentials, 'tsunagi.key'))
  expect(await keysAreGiven(given)).toBe(true)
  expect(await keyOf(given)).not.toBe(await keyOf(config('data')))
})

test('with the database elsewhere, or no other folder to write to, the key is made in the data folder', async () => {
  await loadKeyring(config('data', { DATABASE_URL: 'postgresql://user@host/tsunagi' }))
  expect(await filesIn('data')).toEqual(['tsunagi.key'])
  const homeless = config('other', { HOME: '' })
  await loadKeyring(homeless)
  expect(await filesIn('other')).toEqual(['tsunagi.key'])
  // The home of a service is often its data folder.
  const within = config('third', { HOME: join(machine, 'third') })
  await loadKeyring(within)
  expect(await filesIn('third')).toEqual(['tsunagi.key'])
})

test('a rotated key goes where the old one is', async () => {
  await loadKeyring(config('data'))
  const before = await readKeyFile(config('data'))
  await addKey(config('data'))
  expect((await readKeyFile(config('data'))).slice(1)).toEqual(before)
  await cp(join(machine, 'data'), join(machine, 'copied'), { recursive: true })
  expect(await keyFileOf(config('copied'))).toBe(await keyFileOf(config('data')))
})
