import type { Step } from './probes.ts'
import type { CommandRights, NounRights, Who } from './rights/rights.ts'
import type { Tried } from './walk.ts'

/** What these name are a region's own lists, with the same ids in every region. */
const OF_EVERY_REGION = new Set(['nothing', 'office', 'body', 'series', 'rota'])

const whoMay = ({ may, sends }: CommandRights, { option, thing }: Tried, step: Step): Who => {
  const table = step === 'submit' ? (sends ?? may) : may
  const found = table[option]
  if (found === undefined) return []
  return Array.isArray(found) ? (found as Who) : ((found as Record<string, Who>)[thing] ?? [])
}

const tagOf = ({ reply }: Tried): string =>
  reply.kind === 'card' || reply.kind === 'replace' ? reply.card.tag : reply.kind

/** An account that nobody knows is asked who it is; that is no answer to the command. */
const wasAnswered = (tried: Tried): boolean =>
  tried.how === 'answered' && !(tried.person === 'unknown' && tagOf(tried).startsWith('answer.'))

const wrongAnswer = (tried: Tried, rights: CommandRights): string | undefined => {
  const isAllowed = whoMay(rights, tried, tried.step).includes(tried.person)
  if (tried.how === 'failed') return 'came upon a bug'
  if (tried.person === 'of another region' && OF_EVERY_REGION.has(tried.option)) return undefined
  const changed = tried.changed.length > 0 ? `, changing ${tried.changed.join()}` : ''
  if (isAllowed && tried.reply.kind === 'correct' && rights.comesBack !== undefined) return undefined
  if (isAllowed && tried.reply.kind === 'correct')
    return `may, and got the form back: ${JSON.stringify(tried.reply.faults.fields)}`
  if (isAllowed) return wasAnswered(tried) ? undefined : `may, and was refused (${tagOf(tried)})`
  // Sent back at the field is how a form is refused to who may open it.
  if (tried.reply.kind === 'correct')
    return whoMay(rights, tried, 'open').includes(tried.person) ? undefined : 'may not, and got the form back'
  if (wasAnswered(tried)) return `may not, and was answered (${tagOf(tried)})${changed}`
  return changed ? `was refused${changed}` : undefined
}

/** Proposals and drafts change nothing. */
const wronglyDone = ({ changed }: Tried): string | undefined =>
  changed.length > 0 ? `changed ${changed.join()}` : undefined

const ANSWERED: ReadonlySet<Step> = new Set(['open', 'submit', 'home', 'quote'])

const wronglyShown = (tried: Tried, rights: CommandRights, sees: ReadonlyMap<string, Who>): string[] =>
  tried.shown
    .filter((whose) => ![...(sees.get(whose) ?? []), ...(rights.shows?.[whose] ?? [])].includes(tried.person))
    .map((whose) => `was shown ${whose}`)

/** Who may see whose texts, by `kind/name`. */
export const readersIn = (nouns: readonly NounRights[]): Map<string, Who> =>
  new Map(
    nouns.flatMap((one) =>
      Object.entries(one.sees ?? {}).flatMap(([kind, table]) =>
        Object.entries(table).map(([name, who]) => [`${kind}/${name}`, who] as const),
      ),
    ),
  )

/** What does not agree with the tables, a line each, with all the people whom it concerns. */
export const judge = (all: readonly Tried[], nouns: readonly NounRights[]): string[] => {
  const commands = new Map(nouns.flatMap((one) => Object.entries(one.commands)))
  const sees = readersIn(nouns)
  const faults = new Map<string, string[]>()
  for (const tried of all) {
    const rights = commands.get(tried.command)
    if (!rights) continue
    const wrong = ANSWERED.has(tried.step) ? wrongAnswer(tried, rights) : wronglyDone(tried)
    const wrongs = [wrong ?? [], wronglyShown(tried, rights, sees)].flat()
    const { command, step, option, thing } = tried
    for (const one of wrongs) {
      const line = `${command} (${step}) ${option === thing ? 'nothing named' : `${option}: ${thing}`}: ${one}`
      faults.set(line, [...(faults.get(line) ?? []), tried.person])
    }
  }
  return [...faults].map(([line, people]) => `${line}: ${people.join(', ')}`)
}
