import type { LineFault } from '../../domain/setup/read-lines.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** As many as a field can show. */
const SHOWN = 5

/** All that is wrong with pasted lines, each with its number; `known`: the words that a kind or role may be. */
export const lineFaults = (
  faults: readonly LineFault[],
  known: readonly string[],
  text: Catalogue,
): string => {
  const words = text.setup.lines
  const list = known.join(text.answers.listSeparator)
  const said = faults.slice(0, SHOWN).map(({ line, reason, typed }) => {
    const why =
      reason === 'name'
        ? words.name
        : reason === 'kind' || reason === 'role'
          ? words[reason](typed, list)
          : words[reason](typed)
    return words.fault(line, why)
  })
  const more = faults.length > SHOWN ? [words.more(faults.length - SHOWN)] : []
  return [...said, ...more].join('\n')
}
