import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'

const FOLDER_LOCK = 7_200_260_403

const Running = z.object({ pid: z.int(), address: z.string().optional() })

export type FolderClaim =
  | {
      ok: true
      /** Leaves the address for whoever comes second. */
      tell(address: string): Promise<void>
      release(): Promise<void>
    }
  /** Another bot runs here; its address when it has told it. */
  | { ok: false; address: string | undefined; pid: number | undefined }

/**
 * One bot for each folder. The claim is a lock on a database connection: it ends with the process, however that ends,
 * and nothing stale stays behind. `running.json` under `dataDir` only says who it is.
 */
export const claimFolder = async (databaseUrl: string, dataDir: string): Promise<FolderClaim> => {
  const file = join(dataDir, 'running.json')
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    FOLDER_LOCK,
  ])
  if (rows[0]?.held) {
    const { pid } = process
    await note(file, { pid })
    return { ok: true, tell: (address) => note(file, { pid, address }), release: () => client.end() }
  }
  await client.end()
  const running = Running.safeParse(parsed(await readFile(file, 'utf8').catch(() => '')))
  return { ok: false, address: running.data?.address, pid: running.data?.pid }
}

/** In one move: a reader never meets half of it. */
const note = async (file: string, running: z.output<typeof Running>): Promise<void> => {
  const aside = `${file}.${process.pid}`
  await writeFile(aside, JSON.stringify(running))
  await rename(aside, file)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
