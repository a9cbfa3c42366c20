import { pino } from 'pino'
import { loadDictionary } from '../../src/app/dictionary.ts'
import { dispatcher } from '../../src/handlers/dispatch.ts'
import { type Answered, unwatched, type Watch } from '../../src/observability/watch.ts'
import { asAdministrator } from '../support/database.ts'
import { startProduct, tokyo } from '../support/product.ts'
import { prober } from './probes.ts'
import { rolledBack } from './rolled-back.ts'
import { NOW, type Seeded, seedEverything } from './seeding.ts'
import { markersOf } from './things.ts'
import { type Tried, walkBesides, walkCommand } from './walk.ts'

/** Tries go on beside each other, each on a connection of its own: one waits for the database while another runs. */
const AT_ONCE = 3

/** Every command of these nouns, walked by everybody with everything, in a region that holds something of everything. */
export const walkNouns = async (isMeant: (noun: string) => boolean): Promise<{ tried: Tried[] } & Seeded> => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const seeded = await seedEverything(product)
  const { things } = seeded
  const owners = markersOf(things)
  const { database, clock, registry, databaseUrl } = product
  const keyring = await database.inRegion('saikatsuhoku', async (scope) => scope.keyring)
  const today = NOW.toZonedDateTimeISO('Asia/Tokyo').toPlainDate()
  const left = registry.commands.filter(({ id }) => isMeant(id.split('.')[0] ?? ''))
  const tried: Tried[] = []
  const tokenise = loadDictionary()
  const walks = async (): Promise<void> => {
    const back = await rolledBack(asAdministrator(databaseUrl), keyring)
    const told: { how: Answered | undefined } = { how: undefined }
    const answered: Watch['answered'] = (_, how) => {
      told.how = how
    }
    const dispatch = dispatcher({
      ...{ database: back.database, registry, clock, tokenise, log: pino({ level: 'silent' }) },
      watch: { ...unwatched, answered },
      ...{ publicUrl: 'http://localhost:3000', wake: async () => {} },
    })
    const probe = prober(back, dispatch, told, owners)
    for (let command = left.shift(); command; command = left.shift())
      tried.push(
        ...(await walkCommand(command, probe, { things, today })),
        ...(await walkBesides(command, probe)),
      )
    await back.close()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walks))
  return { tried, ...seeded }
}
