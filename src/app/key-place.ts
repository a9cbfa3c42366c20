import { randomBytes } from 'node:crypto'
import { access, constants, link, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { type Config, SYSTEM_KEYS } from './config.ts'

export type KeySettings = Pick<Config, 'dataDir' | 'databaseUrl' | 'keyFile' | 'credentials' | 'keyFolders'>

const NAME = 'tsunagi.key'

/** The name of the file in the data folder that says where its key lies. */
const pointerIn = (dataDir: string): string => join(dataDir, 'key-file')
const besideData = (dataDir: string): string => join(dataDir, NAME)
const credentialOf = ({ credentials }: KeySettings): string | undefined =>
  credentials && join(credentials, NAME)

/** Thrown where a key was made before and its file is gone: another key in its place would open nothing. */
export class KeyFileMissing extends Error {
  override name = 'KeyFileMissing'
  path: string

  constructor(path: string) {
    super(`no key file ${path}`)
    this.path = path
  }
}

/**
 * Finds the key file: KEY_FILE, systemd's credential `tsunagi.key`, the one in the data folder (where earlier versions
 * made it), the one that the data folder names. Without any, the path in the data folder, which is always looked at.
 */
export const keyFileOf = async (settings: KeySettings): Promise<string> =>
  settings.keyFile ?? (await knownFile(settings)) ?? besideData(settings.dataDir)

const knownFile = async (settings: KeySettings): Promise<string | undefined> => {
  for (const file of [credentialOf(settings), besideData(settings.dataDir)])
    if (file !== undefined && (await isThere(file))) return file
  return namedIn(settings.dataDir)
}

/** Whether the file is systemd's to keep: it can be read only. */
export const isCredential = (settings: KeySettings, file: string): boolean => file === credentialOf(settings)

/**
 * Finds the key file for a start, and has `make` make it where no key was ever made: outside the data folder where that
 * holds the database, so that a copy of the folder is no copy of the key. Throws `KeyFileMissing`.
 */
export const ownKeyFile = async (
  settings: KeySettings,
  make: (file: string) => Promise<void>,
): Promise<string> => {
  const file = settings.keyFile ?? (await knownFile(settings))
  if (file === undefined) return makeFirst(settings, make)
  if (!(await isThere(file))) {
    if (settings.keyFile === undefined || (await knownFile(settings))) throw new KeyFileMissing(file)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await make(file)
  }
  // Commands are often typed without the settings of the service.
  if (settings.keyFile !== undefined && (await namedIn(settings.dataDir)) !== file)
    await writePointer(settings.dataDir, file, rename)
  return file
}

const makeFirst = async (settings: KeySettings, make: (file: string) => Promise<void>): Promise<string> => {
  const { dataDir } = settings
  const folder = await folderForKeys(settings)
  if (folder === undefined) {
    await mkdir(dataDir, { recursive: true })
    await make(besideData(dataDir))
    return besideData(dataDir)
  }
  // A name of its own: data folders of one machine must not share keys by accident.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `tsunagi-${randomBytes(4).toString('hex')}.key`)
  await make(file)
  try {
    await writePointer(dataDir, file, link)
    return file
  } catch (error) {
    await rm(file)
    if (!isCode(error, 'EEXIST')) throw error
    return (await namedIn(dataDir)) ?? file
  }
}

/** The folder for a key that is still to be made; undefined: the data folder, where no other may be written. */
export const folderForKeys = async (settings: KeySettings): Promise<string | undefined> => {
  // The database lies elsewhere already.
  if (settings.databaseUrl !== undefined) return undefined
  for (const folder of settings.keyFolders) {
    if (await liesWithin(settings.dataDir, folder)) continue
    if (folder === SYSTEM_KEYS ? await mayWrite(folder) : await mayMake(folder)) return folder
  }
  return undefined
}

/** Whether a copy of the data folder holds both the database and the key that opens it. */
export const liesWithData = async (settings: KeySettings, file: string): Promise<boolean> =>
  settings.databaseUrl === undefined && (await liesWithin(settings.dataDir, file))

const liesWithin = async (folder: string, path: string): Promise<boolean> => {
  const [outer, inner] = [await resolved(folder), await resolved(path)]
  const way = relative(outer, inner)
  return way === '' || !(way.startsWith('..') || isAbsolute(way))
}

/** Follows symbolic links as far as the path exists. */
const resolved = async (path: string): Promise<string> =>
  realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await resolved(dirname(path)), relative(dirname(path), path)),
  )

const namedIn = async (dataDir: string): Promise<string | undefined> => {
  const text = await readFile(pointerIn(dataDir), 'utf8').catch((error: unknown) => {
    if (!isCode(error, 'ENOENT')) throw error
    return ''
  })
  return text.trim() || undefined
}

/** Writes atomically. `put`: `link` fails where the pointer exists, `rename` replaces it. */
const writePointer = async (
  dataDir: string,
  file: string,
  put: (from: string, to: string) => Promise<void>,
): Promise<void> => {
  const aside = `${pointerIn(dataDir)}.${randomBytes(4).toString('hex')}`
  await mkdir(dataDir, { recursive: true })
  await writeFile(aside, `${file}\n`, { flush: true })
  try {
    await put(aside, pointerIn(dataDir))
  } finally {
    await rm(aside, { force: true })
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
const isThere = (file: string): Promise<boolean> => can(file, constants.F_OK)
const mayWrite = (folder: string): Promise<boolean> => can(folder, constants.W_OK)
/** Whether it may be written, or made below the nearest folder that is there. */
const mayMake = async (folder: string): Promise<boolean> =>
  (await isThere(folder)) || dirname(folder) === folder ? mayWrite(folder) : mayMake(dirname(folder))
const can = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  )
