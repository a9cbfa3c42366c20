import type { Config } from '../../app/config.ts'
import { readKeyFile } from '../../app/key-file.ts'
import { keyId } from '../../store/engine/encryption.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { withStores } from '../with-database.ts'
import { countsIn } from './key-counts.ts'

const words = catalogues.ja.keys

/** Lists the keys by id with the number of their texts (`tsunagi keys list`). Never prints a key. */
export const listKeys = (config: Config): Promise<Spoken> =>
  withStores(config, async (urls): Promise<Spoken> => {
    const counts = await countsIn(config, urls)
    const ids = (config.keys ?? (await readKeyFile(config))).map(keyId)
    const held = ids.map((id, index) => ({
      id,
      current: index === 0,
      held: true,
      texts: counts.get(id) ?? 0,
    }))
    const missing = [...counts]
      .filter(([id]) => !ids.includes(id))
      .map(([id, texts]) => ({ id, current: false, held: false, texts }))
    const keys = [...held, ...missing]
    const lines = keys.map(({ id, current, held: isHeld, texts }) =>
      words.listed[current ? 'current' : isHeld ? 'older' : 'missing'](id, texts),
    )
    return { ok: missing.length === 0, lines, data: { keys } }
  })
