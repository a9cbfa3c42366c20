import type { Database } from '../../store/engine/database.ts'
import { countOld } from '../../store/keeping/reseal.ts'
import { inPlace, sealedColumnsOf } from '../../store/keeping/reseal-place.ts'
import { uncheckedKeys } from '../../store/keeping/unchecked-keys.ts'
import { regionIds } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { type Check, look, mend, ok } from './check.ts'

const words = catalogues.ja.doctor

/** Checks what an upgrade leaves to the running bot: texts sealed the old way, and keys that were never checked. */
export const checkUpgrade = async (database: Database): Promise<Check[]> => {
  const ids = await database.atGate(regionIds)
  const [old, keys] = [await oldTexts(database, ids), await uncheckedKeys(database, ids)]
  const broken = keys.filter((key) => key.broken > 0)
  const rows = broken.reduce((sum, key) => sum + key.broken, 0)
  const names = broken.map(({ name, table }) => `${table}: ${name}`).join(words.separator)
  return [
    ...(old.refused > 0 ? [mend('sealing-refused', words.sealing.refused(old.refused))] : []),
    old.accepted > 0 ? look('sealing', words.sealing.old(old.accepted)) : ok('sealing', words.sealing.ok),
    ...(broken.length > 0 ? [mend('keys-within', words.keysWithin.broken(rows, names))] : []),
    ...(keys.length > broken.length ? [look('keys-within', words.keysWithin.unchecked)] : []),
  ]
}

/** Counts old texts where they still open, and where they do so no more. */
const oldTexts = async (database: Database, ids: readonly string[]) => {
  const counts = { accepted: 0, refused: 0 }
  for (const place of [undefined, ...ids])
    await inPlace(database, place, async (scope) => {
      const counted = await countOld(scope, sealedColumnsOf(place))
      counts[scope.sealing.opensOld ? 'accepted' : 'refused'] += counted
    })
  return counts
}
