import { regionLedgerCard } from '../../cards/delivery.ts'
import { troubledLines } from '../../store/delivery/ledger.ts'
import { command } from '../legacy/command.ts'
import { LEDGER, ledgerReader } from './view.ts'

/** `/tsunagi undelivered`: what in the region was late, was withheld or did not arrive, with the reason and what to do. */
export const undelivered = command({
  id: 'tsunagi.undelivered',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.undelivered.verb,
    description: (t) => t.commands.tsunagi.undelivered.description,
  },
  permission: 'delivery.manage',
  options: {},
  run: async (call) => {
    const lines = await troubledLines(call.scope, call.now.subtract(LEDGER.goesBack), call.now, LEDGER.most)
    return { kind: 'say', card: regionLedgerCard(lines, ledgerReader(call)) }
  },
})
