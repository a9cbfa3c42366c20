import type { Config } from '../../app/config.ts'
import { readKeyFile } from '../../app/key-file.ts'
import { keyFileOf } from '../../app/key-place.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { keyId } from '../../store/engine/encryption.ts'
import { isUnloadable, restoreInto } from '../../store/keeping/restore.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { withServers } from '../with-database.ts'
import type { Manifest } from './manifest.ts'
import { readBackup, restorable } from './read-backup.ts'

const words = catalogues.ja.backup

/**
 * Restores a backup into the store that it is of, all or nothing (`tsunagi restore FILE [--replace]`). Verifies the backup and the keys that its texts
 * need before it changes anything.
 */
export const restore = async (
  file: string,
  replace: boolean,
  config: Config,
  clock: Clock = systemClock,
): Promise<Spoken> => {
  const read = await readBackup(file)
  if (!read.ok) return refused(words.unreadable[read.reason](file))
  const { manifest } = read
  const missing = await missingKeys(manifest, config)
  if (missing.length > 0)
    return refused(words.keyMissing(missing.join(words.separator), await keyFileOf(config)))
  const store = { ...config, meansPractice: manifest.of === 'practice' }
  return withServers(store, async ({ databaseUrl, embedded }, alone) => {
    if (embedded && !alone) return refused(words.botRuns)
    const how = { replace, alone, now: clock.now() }
    const restored = await restoreInto(databaseUrl, restorable(file, manifest), how).catch(
      (error: unknown) => {
        if (!isUnloadable(error)) throw error
        return { ok: false as const, reason: 'unloadable' as const }
      },
    )
    if (restored.ok) return told(file, manifest)
    return refused(restored.reason === 'busy' ? words.busy(restored.others) : words.refused[restored.reason])
  })
}

const missingKeys = async ({ keyIds }: Manifest, config: Config): Promise<string[]> => {
  const ids = (config.keys ?? (await readKeyFile(config))).map(keyId)
  return keyIds.filter((id) => !ids.includes(id))
}

const told = (file: string, { madeAt, regionIds, files }: Manifest): Spoken => {
  const rows = files.reduce((sum, one) => sum + one.rows, 0)
  const made = madeAt.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'minute' })
  return {
    ok: true,
    lines: [words.restored(file, made.replace('T', ' '), regionIds.length, rows), words.afterRestore],
    data: { file, madeAt: madeAt.toString(), regions: regionIds, rows },
  }
}
