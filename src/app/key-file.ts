import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Keyring, keyring } from '../store/engine/encryption.ts'

/** The keys that seal texts, one a line in base64, the current one first. */
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

/** The keys in the data folder's file; none where there is no file. */
export const readKeyFile = async (dataDir: string): Promise<Buffer[]> => {
  const text = await readFile(keyFileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return ''
  })
  return keysIn(text)
}

/**
 * The keys that seal texts: those given in TSUNAGI_KEY, else those in the data folder's key file, made at the first
 * start and readable by its owner only.
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

/** Reads the file again when it meets a key that it does not know: keys are changed while the bot runs. */
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

/** Puts a new key before those in the file. */
export const addKey = async (dataDir: string): Promise<void> =>
  writeKeyFile(dataDir, [makeKey(), ...(await readKeyFile(dataDir))])

/** In one move: nobody ever reads half of the keys. */
export const writeKeyFile = async (dataDir: string, keys: readonly Buffer[]): Promise<void> => {
  await mkdir(dataDir, { recursive: true })
  const aside = `${keyFileIn(dataDir)}.${process.pid}`
  await writeFile(aside, lines(keys), { mode: 0o600 })
  await rename(aside, keyFileIn(dataDir))
}
