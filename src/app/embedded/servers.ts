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
  /** The database lives in our folder: one bot at a time uses it. */
  embedded: boolean
  /** Of the folder; undefined where it holds no server. Not `ok`: the servers are those of the process that has it. */
  claim: FolderClaim | undefined
  /** Stops what was started here, and then lets go of the folder. The servers of others are left alone. */
  stop(): Promise<void>
}

type Options = {
  dataDir: string
  databaseUrl?: string
  redisUrl?: string
  /** Don't wait for the servers of another process: where it has the folder, that is the answer. */
  alone?: boolean
}

/**
 * The servers that addresses were given for, and our own under `dataDir` (absolute) for the others: started, and bound
 * to the life of this process, or those of the process that has the folder. Throws a `ServerFault` when one cannot be
 * had; nothing that this call started runs on then.
 */
export const startServers = async (options: Options): Promise<Servers> => {
  const { dataDir, databaseUrl, redisUrl } = options
  // Whoever needs no server of ours still keeps the key file there.
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
/** Ten minutes, for one that starts after a crash. */
const LONGEST_START_PAUSES = 12_000
/** Five seconds, for one that had started. */
const LONGEST_SILENT_PAUSES = 100

/** The claim, or that of another process when it serves. The queue is looked at when it is needed. */
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

/** Starts what no address was given for. Answers what ends it. */
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
