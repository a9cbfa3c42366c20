import { createHash } from 'node:crypto'
import type { Restorable } from '../../store/keeping/restore.ts'
import { ArchiveFault, filesIn } from './archive.ts'
import { MANIFEST, Manifest } from './manifest.ts'

export type BackupRead =
  | { ok: true; manifest: Manifest }
  /** `no-file`, something else than a backup, one that a newer program made, or one that was cut short or changed. */
  | { ok: false; reason: 'no-file' | 'not-a-backup' | 'newer' | 'damaged' }

/** Verifies a backup: reads it through and compares every file with the manifest. */
export const readBackup = async (file: string): Promise<BackupRead> => {
  const seen = new Map<string, { bytes: number; sha256: string }>()
  let manifest: unknown
  try {
    for await (const { path, chunks } of filesIn(file)) {
      const [hash, kept] = [createHash('sha256'), [] as Buffer[]]
      let bytes = 0
      for await (const chunk of chunks) {
        bytes += chunk.length
        hash.update(chunk)
        if (path === MANIFEST) kept.push(chunk)
      }
      if (path === MANIFEST) manifest = parsed(Buffer.concat(kept).toString())
      else seen.set(path, { bytes, sha256: hash.digest('hex') })
    }
  } catch (error) {
    return { ok: false, reason: reasonOf(error, seen.size > 0) }
  }
  return check(manifest, seen)
}

const reasonOf = (error: unknown, hadFiles: boolean): 'no-file' | 'not-a-backup' | 'damaged' => {
  if (error instanceof ArchiveFault) return hadFiles ? 'damaged' : 'not-a-backup'
  const { code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error()
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return 'no-file'
  throw error
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const check = (manifest: unknown, seen: Map<string, { bytes: number; sha256: string }>): BackupRead => {
  if (manifest === undefined) return { ok: false, reason: seen.size > 0 ? 'damaged' : 'not-a-backup' }
  const read = Manifest.safeParse(manifest)
  if (!read.success) {
    const isOurs = typeof manifest === 'object' && manifest !== null && 'format' in manifest
    return { ok: false, reason: isOurs && manifest.format === 'tsunagi-backup' ? 'newer' : 'not-a-backup' }
  }
  const { files } = read.data
  const isWhole =
    files.length === seen.size &&
    files.every(({ path, bytes, sha256 }) => {
      const found = seen.get(path)
      return found?.bytes === bytes && found.sha256 === sha256
    })
  return isWhole ? { ok: true, manifest: read.data } : { ok: false, reason: 'damaged' }
}

/** Streams the rows of a verified backup, table by table. */
export const restorable = (file: string, manifest: Manifest): Restorable => ({
  ...manifest,
  eachTable: async (load) => {
    const files = filesIn(file)
    let next = await files.next()
    const groups = Map.groupBy(manifest.files, ({ regionId, table }) => `${regionId} ${table}`)
    for (const parts of groups.values()) {
      const [first] = parts
      const table = manifest.tables.find(({ name }) => name === first?.table)
      if (!first || !table) throw new Error(`the manifest has rows of ${first?.table}, and not the table`)
      const rows = parts.reduce((sum, one) => sum + one.rows, 0)
      const chunks = async function* () {
        for (const { path } of parts) {
          if (next.done || next.value.path !== path) throw new Error(`${file} changed while it was read`)
          yield* next.value.chunks
          next = await files.next()
        }
      }
      await load(table, rows, chunks())
    }
    await files.return(undefined)
  },
})
