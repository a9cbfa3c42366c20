import { noticeCard } from '../../cards/answer.ts'
import type { Rota } from '../../domain/region/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { maySeeRota, maySpeakFor } from '../../domain/rota/permission.ts'
import { type StoredSwap, swapById } from '../../store/rota/rota-swaps.ts'
import { refuse } from '../answer.ts'
import { argument, carriedId, listedArgument, required } from '../arguments.ts'
import type { Call } from '../call.ts'

export const visibleRotas = ({ region, asker }: Call): Rota[] =>
  region.rotas.filter((rota) => maySeeRota(asker, rota, region))

export const noRotaCard = ({ text: { rota: words } }: Call) =>
  noticeCard('rota.none', words.noRota, words.noRotaNext)

/** A 輪番 by name; by default the first that the asker may see. A form carries its id. */
export const rotaArgument = {
  ...listedArgument<Rota>({
    kind: 'rota',
    among: ({ region }) => region.rotas,
    may: maySeeRota,
    absent: (call) => visibleRotas(call)[0],
    unknown: noRotaCard,
  }),
  carry: ({ id }: Rota, name: string) => ({ [name]: id }),
}

/** A request to swap, for whoever speaks for the other side. */
export const swapToAnswer = argument({
  options: { swap: required(carriedId) },
  resolve: async ({ scope, region, asker, text, found }, given): Promise<StoredSwap & { rota: Rota }> => {
    const swap = await swapById(scope, given.swap)
    if (swap) found('rota-swap', swap.id)
    const rota = region.rotas.find(({ id }) => id === swap?.rotaId)
    const isTheirs = rota && maySeeRota(asker, rota, region)
    if (!swap || !isTheirs) throw refuse(noticeCard('rota.refused', text.rota.swap.gone))
    const { askedOf } = swap.request
    if (!maySpeakFor(asker, askedOf, region)) {
      const heading = text.rota.swapFault.notAskedOfYou(partyName(region, askedOf))
      throw refuse(noticeCard('rota.refused', heading))
    }
    return { ...swap, rota }
  },
})
