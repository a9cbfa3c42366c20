import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ServerFault } from './server-fault.ts'

const Running = z.object({ pid: z.int(), address: z.string().optional() })

export type FolderClaim =
  | {
      ok: true
      /** Publishes the bot's address to processes that fail to claim the folder. */
      tell(address: string): Promise<void>
      release(): void
    }
  /** Another process holds the folder; `address`: of its bot, once published. */
  | { ok: false; address: string | undefined; pid: number | undefined }

/**
 * Claims the folder exclusively: one process at a time runs servers in it. The claim is a file lock, released by the
 * kernel with the process, so it is never stale. `running.json` only tells who holds it.
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

/** References to held locks: garbage collection would release them. */
const HELD = new Set<DatabaseSync>()
const SQLITE_BUSY = 5

/**
 * Locks the file; undefined where another process holds the lock. Node has no file locks of its own, but its SQLite
 * takes the kernel's, on Linux and macOS alike.
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

/** Writes atomically, by rename: a reader never sees half of it. */
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
