import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ServerFault } from './server-fault.ts'

const Running = z.object({ pid: z.int(), address: z.string().optional() })

export type FolderClaim =
  | {
      ok: true
      /** Leaves the address for whoever comes second. */
      tell(address: string): Promise<void>
      release(): void
    }
  /** Another process has the folder; the address of its bot when it has told it. */
  | { ok: false; address: string | undefined; pid: number | undefined }

/**
 * Claims the folder for this process: one at a time runs servers in it. The claim is a lock on a file: it ends with the
 * process, however that ends, and nothing stale stays behind. `running.json` only says who it is.
 */
export const claimFolder = async (dataDir: string): Promise<FolderClaim> => {
  const file = join(dataDir, 'running.json')
  const release = lockFile(join(dataDir, 'claim'))
  if (release) {
    const { pid } = process
    await note(file, { pid })
    return { ok: true, tell: (address) => note(file, { pid, address }), release }
  }
  const running = Running.safeParse(parsed(await readFile(file, 'utf8').catch(() => '')))
  return { ok: false, address: running.data?.address, pid: running.data?.pid }
}

/** Garbage collection would let go of a lock that is held to the end of the process. */
const HELD = new Set<DatabaseSync>()
const SQLITE_BUSY = 5

/**
 * Locks the file, or answers undefined where another has it locked. Node locks no files itself, but its SQLite does, by
 * the kernel's locks on Linux and macOS alike.
 */
const lockFile = (path: string): (() => void) | undefined => {
  try {
    const lock = new DatabaseSync(path, { timeout: 0 })
    try {
      lock.exec('pragma journal_mode = memory; begin exclusive')
    } catch (error) {
      lock.close()
      throw error
    }
    HELD.add(lock)
    return () => {
      HELD.delete(lock)
      lock.close()
    }
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined
    throw new ServerFault('not-ours', path)
  }
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
