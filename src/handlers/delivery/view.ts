import type { LedgerReader } from '../../cards/delivery.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Call } from '../call.ts'

/** How far back the ledger is shown in chat, and how many lines fit in a card on every platform. */
export const LEDGER = { goesBack: Temporal.Duration.from({ hours: 24 * 14 }), most: 15 }

export const ledgerReader = ({ region, now, language, text }: Call): LedgerReader => ({
  now,
  timeZone: region.timeZone,
  language,
  text,
  nameOf: (id) => memberName(region, id),
})
