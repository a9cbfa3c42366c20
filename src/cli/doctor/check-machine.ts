import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { type Config, SYSTEM_KEYS } from '../../app/config.ts'
import { folderForKeys, keyFileOf, liesWithData } from '../../app/key-place.ts'
import { FONT_FILES } from '../../documents/replace-missing-glyphs.ts'
import { externalPlatform, titleOf } from '../../domain/workspace/platforms.ts'
import { catalogues } from '../../text/catalogue.ts'
import { type Check, look, mend, ok } from './check.ts'

const words = catalogues.ja.doctor

const NODE_MAJOR = 26
const GIGABYTE = 1_000_000_000

/** Checks what needs no server: Node, the folder, the key file, the disk, the port. */
export const checkMachine = async (config: Config): Promise<Check[]> => [
  checkNode(process.versions.node),
  await checkFonts(),
  ...(await checkFolder(config)),
  ...(await checkPort(config)),
]

const checkNode = (version: string): Check =>
  Number.parseInt(version, 10) >= NODE_MAJOR
    ? ok('node', words.node.ok(version))
    : mend('node', words.node.old(version, NODE_MAJOR))

const checkFonts = async (): Promise<Check> => {
  const readable = Object.values(FONT_FILES).map((file) => access(file, constants.R_OK))
  return Promise.all(readable).then(
    () => ok('fonts', words.fonts.ok),
    () => mend('fonts', words.fonts.missing),
  )
}

const checkFolder = async (config: Config): Promise<Check[]> => {
  const { dataDir } = config
  const found = await stat(dataDir).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) {
    const fresh = found.code === 'ENOENT'
    return [
      fresh ? look('folder', words.folder.fresh(dataDir)) : mend('folder', words.folder.closed(dataDir)),
    ]
  }
  const writable = await access(dataDir, constants.W_OK).then(
    () => ok('folder', words.folder.ok(dataDir)),
    () => mend('folder', words.folder.closed(dataDir)),
  )
  return [writable, ...(await checkKeyFile(config)), await checkSpace(dataDir)]
}

const checkKeyFile = async (config: Config): Promise<Check[]> => {
  if (config.keys) return [ok('key', words.key.environment)]
  const file = await keyFileOf(config)
  const found = await stat(file).catch(() => undefined)
  if (!found) return [look('key', words.key.none((await folderForKeys(config)) ?? config.dataDir))]
  const isOpen = process.platform !== 'win32' && (found.mode & 0o077) !== 0
  const place = await checkKeyPlace(config, file)
  return [isOpen ? mend('key', words.key.open(file)) : ok('key', words.key.ok(file)), ...place]
}

/** Warns where the key lies with the database: whoever copies the one has the other. */
const checkKeyPlace = async (config: Config, file: string): Promise<Check[]> => {
  if (!(await liesWithData(config, file))) return []
  const folder = (await folderForKeys(config)) ?? SYSTEM_KEYS
  const elsewhere = join(folder, `${basename(config.dataDir)}.key`)
  return [look('key-place', words.key.together(file, folder, elsewhere))]
}

const checkSpace = async (dataDir: string): Promise<Check> => {
  const { bavail, bsize } = await statfs(dataDir)
  const free = Math.floor((bavail * bsize) / GIGABYTE)
  if (free < 1) return mend('disk', words.disk.full(dirname(dataDir)))
  return free < 5 ? look('disk', words.disk.little(free)) : ok('disk', words.disk.ok(free))
}

/** Checks the port; one that our own bot listens on is fine. */
const checkPort = async ({ port, host }: Config): Promise<Check[]> => {
  if (port === 0) return [ok('port', words.port.any)]
  const server = createServer()
  const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve)
    server.listen(port, host, () => resolve(undefined))
  })
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (fault === undefined) return [ok('port', words.port.free(port))]
  if (fault.code !== 'EADDRINUSE') return [mend('port', words.port.closed(port, fault.code ?? fault.message))]
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.text(),
    () => '',
  )
  const [ready, ...missing] = answer.split('\n')
  if (ready !== 'ready' && ready !== 'not ready') return [mend('port', words.port.taken(port))]
  return [
    ready === 'ready' ? ok('port', words.port.ours(port)) : mend('port', words.port.unready(port)),
    ...missing.flatMap(missingPlatform),
  ]
}

/** Reads a platform's state from the running bot: a new token in `.env` needs a restart. */
const missingPlatform = (line: string): Check[] => {
  const [, name, why] = /^([a-z]+): (unreachable|refused)$/.exec(line) ?? []
  const platform = externalPlatform(name)
  if (platform === undefined) return []
  const say = words.port[why === 'refused' ? 'refused' : 'unreachable']
  return [mend(`${platform}-connection`, say(titleOf(platform)))]
}
