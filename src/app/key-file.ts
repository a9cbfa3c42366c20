import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, chown, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Keyring, keyring } from '../store/engine/encryption.ts'
import type { Config } from './config.ts'
import { isCredential, type KeySettings, keyFileOf, ownKeyFile } from './key-place.ts'

export const hasKeyFile = async (settings: KeySettings): Promise<boolean> =>
  access(await keyFileOf(settings)).then(
    () => true,
    () => false,
  )

/** Whether the keys come from outside, as TSUNAGI_KEY or a credential of systemd: they are not ours to change. */
export const keysAreGiven = async (config: Config): Promise<boolean> =>
  config.keys !== undefined || isCredential(config, await keyFileOf(config))

const makeKey = (): Buffer => randomBytes(32)
const keysIn = (text: string): Buffer[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Buffer.from(line.trim(), 'base64'))

/** Reads the keys of the key file (one a line in base64, the current one first); none where there is no file. */
export const readKeyFile = async (settings: KeySettings): Promise<Buffer[]> => {
  const text = await readFile(await keyFileOf(settings), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return ''
  })
  return keysIn(text)
}

/**
 * Loads the keyring: the keys in TSUNAGI_KEY, else those in the key file, which is made at the first start and readable
 * by its owner only.
 */
export const loadKeyring = async (config: KeySettings & Pick<Config, 'keys'>): Promise<Keyring> =>
  config.keys ? keyring(config.keys) : fileKeyring(await ownKeyFile(config, makeKeyFile))

const makeKeyFile = async (file: string): Promise<void> => {
  try {
    await writeFile(file, lines([makeKey()]), { flag: 'wx', mode: 0o600, flush: true })
    await giveToOwner(file, dirname(file))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Caches the key file, and reads it again on an unknown key: keys are rotated while the bot runs. */
const fileKeyring = (file: string): Keyring => {
  const read = () => keyring(keysIn(readFileSync(file, 'utf8')))
  let ring = read()
  return {
    get current() {
      return ring.current
    },
    find: (id) => {
      const known = ring.find(id)
      if (known) return known
      ring = read()
      return ring.find(id)
    },
  }
}

const lines = (keys: readonly Buffer[]): string => keys.map((key) => `${key.toString('base64')}\n`).join('')

/** Makes a new key and puts it first in the file. */
export const addKey = async (settings: KeySettings): Promise<void> =>
  writeKeyFile(settings, [makeKey(), ...(await readKeyFile(settings))])

/** Writes atomically, by rename: nobody ever reads half of the keys. */
export const writeKeyFile = async (settings: KeySettings, keys: readonly Buffer[]): Promise<void> => {
  const file = await keyFileOf(settings)
  const aside = `${file}.${process.pid}`
  await writeFile(aside, lines(keys), { mode: 0o600, flush: true })
  await giveToOwner(aside, file)
  await rename(aside, file)
}

/** Keeps what root writes readable to the user that the bot runs as. */
const giveToOwner = async (file: string, like: string): Promise<void> => {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(like)
  await chown(file, uid, gid)
}
