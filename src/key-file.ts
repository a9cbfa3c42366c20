import { randomBytes } from 'node:crypto'
import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Keyring, keyring } from './store/encryption.ts'

const keyFile = (dataDir: string): string => join(dataDir, 'tsunagi.key')

export const hasKeyFile = (dataDir: string): Promise<boolean> =>
  access(keyFile(dataDir)).then(
    () => true,
    () => false,
  )

/**
 * The keys that seal texts: those given in TSUNAGI_KEY, else the one in the data folder's key file, made at the first
 * start and readable by its owner only.
 */
export const loadKeyring = async (
  dataDir: string,
  given: readonly Buffer[] | undefined,
): Promise<Keyring> => {
  if (given) return keyring(given)
  const file = keyFile(dataDir)
  await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return keyring([Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')])
}
