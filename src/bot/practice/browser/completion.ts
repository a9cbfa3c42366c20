import type { Choice } from '../../card.ts'
import type { CommandView, Language, OptionView } from '../../port.ts'
import type { Press } from '../../press.ts'

/** One line of the list: `line` is what the input holds once it is chosen. */
export type Proposal = { line: string; label: string; aside?: string; detail?: string; group?: string }

/** What a line that begins with a slash means so far. */
export type Reading =
  | { kind: 'none' }
  /** Which command is still open. */
  | { kind: 'command'; proposals: Proposal[] }
  /** A command with its values; `at` is the option being typed, from 0. */
  | { kind: 'options'; command: CommandView; at: number; typed: string; head: string; press: Press }

const NONE: Reading = { kind: 'none' }

export const isCommand = (line: string): boolean => /^[/／]/u.test(line)

/** Without the slash, as an interaction of kind `words` carries it. */
export const wordsOf = (line: string): string =>
  line
    .trim()
    .replace(/^[/／]/u, '')
    .trim()

/** Reads what is typed, in Japanese, English or both; spaces and the slash may be full-width. */
export const readLine = (line: string, commands: readonly CommandView[], language: Language): Reading => {
  if (!isCommand(line)) return NONE
  const text = line.slice(1).replaceAll('　', ' ').trimStart()
  const [noun = '', verb = '', ...rest] = text.split(/ +/u)
  const known = commands.find((command) => names(command.noun, noun) && names(command.verb, verb))
  if (known && rest.length > 0) return readOptions(known, line, rest)
  return { kind: 'command', proposals: commandProposals(text.trimEnd(), commands, language) }
}

/** The line as the command list writes it: `/case register`. */
export const lineOf = (command: CommandView, language: Language = 'en'): string =>
  `/${command.noun[language]} ${command.verb[language]}${command.options.length > 0 ? ' ' : ''}`

/** Proposals for one option, put behind what is typed already. */
export const choiceProposals = (
  reading: Extract<Reading, { kind: 'options' }>,
  choices: readonly Choice[],
): Proposal[] =>
  choices.map(({ value, label, detail }) => ({
    line: `${reading.head}${quoted(value)}${reading.at + 1 < reading.command.options.length ? ' ' : ''}`,
    label,
    aside: value === label ? undefined : value,
    detail,
  }))

/** Fixed choices of an option that go with what is typed. */
export const fixedChoices = (option: OptionView, typed: string, language: Language): Choice[] =>
  (option.choices ?? [])
    .map(({ value, words }) => ({ value, label: words[language] }))
    .filter(({ value, label }) => value.startsWith(typed.toLowerCase()) || label.startsWith(typed))

const readOptions = (command: CommandView, line: string, values: string[]): Reading => {
  const at = values.length - 1
  const typed = values[at] ?? ''
  const given = values
    .slice(0, at)
    .map((value, index) => [command.options[index]?.name ?? '', value] as const)
  const options = Object.fromEntries(given.filter(([name]) => name !== ''))
  const head = line.slice(0, line.length - typed.length)
  return { kind: 'options', command, at, typed, head, press: { command: command.id, options } }
}

const commandProposals = (
  typed: string,
  commands: readonly CommandView[],
  language: Language,
): Proposal[] => {
  const wanted = typed.toLowerCase()
  const inJapanese = /[^ -~]/u.test(typed)
  const ranked = commands.flatMap((command) => {
    const rank = rankOf(command, wanted)
    return rank === undefined ? [] : [{ command, rank }]
  })
  const best = Math.min(...ranked.map(({ rank }) => rank))
  return ranked
    .filter(({ rank }) => rank === best)
    .map(({ command }) => ({
      line: lineOf(command, inJapanese ? 'ja' : 'en'),
      label: lineOf(command).trim(),
      aside: lineOf(command, 'ja').trim().slice(1),
      detail: command.description[language],
      group: command.noun[language],
    }))
}

/** 0: begins with what is typed; 1: its verb does; 2: it is said somewhere in it. Undefined: it does not fit. */
const rankOf = ({ noun, verb, description }: CommandView, wanted: string): number | undefined => {
  const spellings = [noun.en, noun.ja].flatMap((n) => [`${n} ${verb.en}`, `${n} ${verb.ja}`])
  if (spellings.some((spelling) => spelling.startsWith(wanted))) return 0
  if (verb.en.startsWith(wanted) || verb.ja.startsWith(wanted)) return 1
  const said = `${description.ja} ${description.en.toLowerCase()}`
  return said.includes(wanted) ? 2 : undefined
}

const names = (words: { ja: string; en: string }, typed: string): boolean =>
  words.ja === typed || words.en === typed.toLowerCase()

/** Values are separated by spaces: one with a space would be read as two. */
const quoted = (value: string): string => value.replaceAll(' ', '')
