import type { Reply } from '../../src/bot/port.ts'
import { asOwner } from '../support/database.ts'
import { meetingOn } from '../support/meetings.ts'
import { people, saidIn } from '../support/people.ts'
import type { Product } from '../support/product.ts'
import type { Marking } from './things.ts'

export type Tools = Marking & {
  at: ReturnType<typeof people>
  product: Product
  /** Throws where it was refused. */
  ok(reply: Promise<Reply>): Promise<string>
  /** The id of the row that this made. */
  made(table: string, work: () => Promise<unknown>): Promise<string>
  meeting(nominal: string): Promise<string>
}

const REFUSED = /refused|not-|answer\.|no-|\.gone|nothing/

export const toolsFor = (product: Product, regionId: string, mark: Marking): Tools => {
  const idsIn = (table: string) =>
    asOwner(product.databaseUrl, regionId, async (owner) => {
      const { rows } = await owner.query<{ id: string }>(`select id from "${table}" where region_id = $1`, [
        regionId,
      ])
      return rows.map(({ id }) => id)
    })
  return {
    ...mark,
    product,
    at: people(product, regionId),
    ok: async (reply) => {
      const said = await reply
      if ((said.kind === 'card' || said.kind === 'replace') && !REFUSED.test(said.card.tag))
        return saidIn(said)
      throw new Error(`not as it was meant: ${saidIn(said)}`)
    },
    made: async (table, work) => {
      const before = new Set(await idsIn(table))
      await work()
      const [made] = (await idsIn(table)).filter((id) => !before.has(id))
      if (made === undefined) throw new Error(`nothing was made in ${table}`)
      return made
    },
    meeting: (nominal) => meetingOn(product, { id: regionId } as never, nominal),
  }
}
