import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'

const FOLDER_LOCK = 7_200_260_403

const Running = z.object({ address: z.string() })

export type FolderClaim =
  | { ok: true; tell(address: string): Promise<void>; release(): Promise<void> }
  /** Another bot runs here; `address` as it told it, if it has yet. */
  | { ok: false; address: string | undefined }

/**
 * One bot for each folder. The claim is a lock on a database connection: it ends with the process, however that ends,
 * and nothing stale stays behind.
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
    return {
      ok: true,
      tell: (address) => writeFile(file, JSON.stringify({ address })),
      release: () => client.end(),
    }
  }
  await client.end()
  const told = await readFile(file, 'utf8').catch(() => '{}')
  return { ok: false, address: Running.safeParse(JSON.parse(told)).data?.address }
}
