import { mkdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type BoundProcess, untilNoneLives } from './bound-process.ts'
import { claimFolder, type FolderClaim } from './claim-folder.ts'
import { postgresState, postgresUrl, startPostgres } from './postgres.ts'
import { redisSocket, redisState, startRedis } from './redis.ts'
import { runFolder } from './run-folder.ts'
import { ServerFault } from './server-fault.ts'

export type Servers = {
  databaseUrl: string
  redisUrl: string
  /** The database is our own, in the data folder: one bot at a time uses it. */
  embedded: boolean
  /** The claim on the data folder; undefined where no server is embedded. Not `ok`: another process runs the servers. */
  claim: FolderClaim | undefined
  /** Stops the servers started here, then releases the folder. Servers of other processes are left alone. */
  stop(): Promise<void>
}

type Options = {
  dataDir: string
  databaseUrl?: string
  redisUrl?: string
  /** Return the failed claim at once instead of waiting for another process' servers. */
  alone?: boolean
}

/**
 * Connects the servers that have addresses, and starts embedded ones under `dataDir` (absolute) for the others, bound to
 * this process; where another process has claimed the folder, its servers are used. Throws a `ServerFault`, after
 * stopping what this call started.
 */
export const startServers = async (options: Options): Promise<Servers> => {
  const { dataDir, databaseUrl, redisUrl } = options
  // The key file is kept there even without an embedded server.
  await mkdir(dataDir, { recursive: true })
  if (databaseUrl && redisUrl)
    return { databaseUrl, redisUrl, embedded: false, claim: undefined, stop: async () => undefined }
  const run = runFolder(dataDir)
  const servers = {
    databaseUrl: databaseUrl || postgresUrl(run),
    redisUrl: redisUrl || redisSocket(run),
    embedded: !databaseUrl,
  }
  const claim = await claimed(options, servers)
  if (!claim.ok) return { ...servers, claim, stop: async () => undefined }
  try {
    const end = await startOurs(options, run)
    return { ...servers, claim, stop: () => end().then(claim.release) }
  } catch (fault) {
    claim.release()
    throw fault
  }
}

const PAUSE_MS = 50
/** Timeout for another process' servers to recover from a crash: ten minutes. */
const LONGEST_START_PAUSES = 12_000
/** Timeout for servers that had started: five seconds. */
const LONGEST_SILENT_PAUSES = 100

/** Claims the folder, or waits until the process that has it serves the database. The queue is checked on use. */
const claimed = async (
  { dataDir, alone = false }: Options,
  { redisUrl, embedded }: Pick<Servers, 'redisUrl' | 'embedded'>,
): Promise<FolderClaim> => {
  const isReady = async () =>
    (embedded ? await postgresState(runFolder(dataDir)) : await redisState(redisUrl)) === 'ready'
  for (let pauses = 0; ; pauses += 1) {
    const claim = await claimFolder(dataDir)
    if (claim.ok || (alone && embedded) || (await isReady())) return claim
    const longest = claim.address === undefined ? LONGEST_START_PAUSES : LONGEST_SILENT_PAUSES
    if (pauses > longest)
      throw new ServerFault('did-not-start', join(dataDir, embedded ? 'postgres.log' : 'redis.log'))
    await pause(PAUSE_MS)
  }
}

/** Starts the servers without an address. Returns the functions that stop them. */
const startOurs = async (
  { dataDir, databaseUrl, redisUrl }: Options,
  run: string,
): Promise<() => Promise<void>> => {
  const presence = join(dataDir, 'servers.alive')
  await untilNoneLives(presence)
  const ours: BoundProcess[] = []
  const end = async () => {
    await Promise.all(ours.map((server) => server.end()))
    await rmdir(run).catch(() => undefined)
    await rm(presence, { force: true })
  }
  try {
    if (!databaseUrl) ours.push(await startPostgres(join(dataDir, 'postgres'), run, presence))
    if (!redisUrl) ours.push(await startRedis(join(dataDir, 'redis'), run, presence))
    return end
  } catch (fault) {
    await end()
    throw fault
  }
}
