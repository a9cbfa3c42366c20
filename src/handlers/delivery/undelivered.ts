import { regionLedgerCard } from '../../cards/delivery.ts'
import { troubledLines } from '../../store/delivery/ledger.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { LEDGER, ledgerReader } from './view.ts'

/** `/tsunagi undelivered`: what in the region was late, was withheld or did not arrive, with the reason and what to do. */
export const undelivered = command('tsunagi.undelivered', {
  permission: 'delivery.manage',
  run: async (call) => {
    const lines = await troubledLines(call.scope, call.now.subtract(LEDGER.goesBack), call.now, LEDGER.most)
    return say(regionLedgerCard(lines, ledgerReader(call)))
  },
})
