import type { Config } from '../../app/config.ts'
import { keysAreGiven, readKeyFile, writeKeyFile } from '../../app/key-file.ts'
import { keyId } from '../../store/engine/encryption.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { withStores } from '../with-database.ts'
import { countsIn } from './key-counts.ts'

const words = catalogues.ja.keys

/** Removes an old key from the key file once no text needs it (`tsunagi keys forget ID`). */
export const forgetKey = async (id: string, config: Config): Promise<Spoken> => {
  if (await keysAreGiven(config)) return refused(words.dropFromEnvironment)
  const keys = await readKeyFile(config)
  const ids = keys.map(keyId)
  if (!ids.includes(id)) return refused(words.unknown(id, ids.join(words.separator)))
  if (ids[0] === id) return refused(words.isCurrent(id))
  return withStores(config, async (urls): Promise<Spoken> => {
    const texts = (await countsIn(config, urls)).get(id) ?? 0
    if (texts > 0) return refused(words.left(id, texts))
    await writeKeyFile(
      config,
      keys.filter((key) => keyId(key) !== id),
    )
    return { ok: true, lines: [words.forgotten(id)], data: { forgotten: id } }
  })
}
