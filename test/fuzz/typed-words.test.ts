import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWords } from '../../src/handlers/meaning.ts'
import { registry } from '../../src/handlers/registry.ts'
import { usageOf } from '../../src/handlers/words.ts'
import { fuzz } from './inputs.ts'
import { nasty, slipped } from './nasty.ts'

const { views } = registry()

/** A command as somebody may mean it, in either language, with words after it. */
const line: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...views),
    fc.constantFrom('ja', 'en'),
    fc.constantFrom(' ', '\u3000', '\t', ' \u00a0 '),
    fc.array(
      fc.oneof(nasty(200_000), fc.constantFrom('S-0901', 'case=', '=x', 'ケース=S-0901', 'code=a=b')),
      {
        maxLength: 5,
      },
    ),
  )
  .chain(([view, language, between, words]) => {
    const option = view.options[0]?.words[language as 'ja' | 'en'] ?? 'x'
    const meant = [view.noun[language as 'ja'], view.verb[language as 'ja'], `${option}=1`].join(between)
    return fc.tuple(slipped(meant, 200_000), fc.constant(words.join(between)))
  })
  .map(([meant, words]) => `${meant} ${words}`)

test('whatever is typed is a command with values, or is refused with what is near', () =>
  fuzz('a line that is typed', fc.oneof(line, nasty(1_000_000)), (typed) => {
    const read = readWords(typed, views)
    if (read.ok) {
      const declared = read.command.options.map(({ name }) => name)
      for (const [name, value] of Object.entries(read.options)) {
        expect(declared).toContain(name)
        expect(value).not.toBe('')
      }
      return
    }
    if (read.reason === 'unknown-command') expect(read.nearest.length).toBeGreaterThan(0)
    else expect(usageOf(read.command, 'ja')).toContain('/')
  }))
