import type { Tried } from './walk.ts'

/** Who has no row: accounts that no region knows have nobody to be recorded for. */
const isKnown = ({ person }: Tried): boolean => person !== 'unknown'

/** What is no text of a case, nor of who brings one: titles of meetings to be held, and what an office can take. */
const NOT_ON_RECORD = /^(poll|openings)\//

/** Where nothing was named there is nothing to be refused but the command itself: the answer asks which is meant. */
const isAskedAgain = ({ reply, option }: Tried): boolean =>
  reply.kind === 'correct' ||
  (option === 'nothing' && !(reply.kind === 'card' && reply.card.tag === 'answer.not-permitted'))

const line = ({ command, step, option, thing, person }: Tried): string =>
  `${command} (${step}) ${option === thing ? 'nothing named' : `${option}: ${thing}`}: ${person}`

/** What was refused, or shown, without a row in the audit log. */
export const withoutRow = (all: readonly Tried[]): string[] =>
  all.filter(isKnown).flatMap((tried) => {
    const kinds = new Set(tried.audit.map(({ access }) => access))
    const isRefused = tried.how === 'refused' && !isAskedAgain(tried)
    const isShown = tried.shown.some((whose) => !NOT_ON_RECORD.test(whose))
    return [
      ...(isRefused && !kinds.has('refused') ? [`${line(tried)}: refused`] : []),
      ...(isShown && !kinds.has('read') && !kinds.has('change')
        ? [`${line(tried)}: shown ${tried.shown.join()}`]
        : []),
    ]
  })
