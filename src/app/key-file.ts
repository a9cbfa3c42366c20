import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Keyring, keyring } from '../store/engine/encryption.ts'

/** The path of the key file: one key a line in base64, the current one first. */
export const keyFileIn = (dataDir: string): string => join(dataDir, 'tsunagi.key')

export const hasKeyFile = (dataDir: string): Promise<boolean> =>
  access(keyFileIn(dataDir)).then(
    () => true,
    () => false,
  )

const makeKey = (): Buffer => randomBytes(32)
const keysIn = (text: string): Buffer[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Buffer.from(line.trim(), 'base64'))

/** Reads the keys of the data folder's file; none where there is no file. */
export const readKeyFile = async (dataDir: string): Promise<Buffer[]> => {
  const text = await readFile(keyFileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return ''
  })
  return keysIn(text)
}

/**
 * Loads the keyring: the keys in TSUNAGI_KEY, else those in the data folder's key file, which is made at the first start
 * and readable by its owner only.
 */
export const loadKeyring = async (
  dataDir: string,
  given: readonly Buffer[] | undefined,
): Promise<Keyring> => {
  if (given) return keyring(given)
  await writeFile(keyFileIn(dataDir), lines([makeKey()]), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return fileKeyring(dataDir)
}

/** Caches the key file, and reads it again on an unknown key: keys are rotated while the bot runs. */
const fileKeyring = (dataDir: string): Keyring => {
  const read = () => keyring(keysIn(readFileSync(keyFileIn(dataDir), 'utf8')))
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
export const addKey = async (dataDir: string): Promise<void> =>
  writeKeyFile(dataDir, [makeKey(), ...(await readKeyFile(dataDir))])

/** Writes atomically, by rename: nobody ever reads half of the keys. */
export const writeKeyFile = async (dataDir: string, keys: readonly Buffer[]): Promise<void> => {
  await mkdir(dataDir, { recursive: true })
  const aside = `${keyFileIn(dataDir)}.${process.pid}`
  await writeFile(aside, lines(keys), { mode: 0o600 })
  await rename(aside, keyFileIn(dataDir))
}
