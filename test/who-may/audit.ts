import type { Tried } from './walk.ts'

/** Who has no row: accounts that no region knows have nobody to be recorded for. */
const isKnown = ({ person }: Tried): boolean => person !== 'unknown'

const line = ({ command, step, option, thing, person }: Tried): string =>
  `${command} (${step}) ${option === thing ? 'nothing named' : `${option}: ${thing}`}: ${person}`

/** What was refused, or shown, without a row in the audit log. */
export const withoutRow = (all: readonly Tried[]): string[] =>
  all.filter(isKnown).flatMap((tried) => {
    const kinds = new Set(tried.audit.map(({ access }) => access))
    const isRefused = tried.how === 'refused' && tried.reply.kind !== 'correct'
    const isShown = tried.shown.length > 0
    return [
      ...(isRefused && !kinds.has('refused') ? [`${line(tried)}: refused`] : []),
      ...(isShown && !kinds.has('read') && !kinds.has('change')
        ? [`${line(tried)}: shown ${tried.shown.join()}`]
        : []),
    ]
  })
