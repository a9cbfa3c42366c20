import { distance } from 'fastest-levenshtein'
import type { CommandView } from '../bot/port.ts'

export type WordsRead =
  | { ok: true; command: CommandView; options: Record<string, string> }
  | { ok: false; reason: 'unknown-command'; typed: string; nearest: CommandView[] }
  | { ok: false; reason: 'too-many-words'; command: CommandView; extra: string }

/**
 * Reads a typed line: noun, verb, then values in the order the options are declared, or `name=value`. Japanese and
 * English words may be mixed; spaces and signs may be full-width.
 */
export const readWords = (words: string, commands: readonly CommandView[]): WordsRead => {
  const tokens = words.normalize('NFKC').trim().replace(/^\//, '').split(/\s+/u).filter(Boolean)
  const [noun = '', verb = '', ...rest] = tokens
  const command = findCommand(commands, noun, verb)
  if (!command) {
    const typed = [noun, verb].filter(Boolean).join(' ')
    return { ok: false, reason: 'unknown-command', typed, nearest: nearest(commands, noun, verb) }
  }
  return readOptions(command, verb === '' ? [] : rest)
}

const is = (word: { ja: string; en: string }, typed: string): boolean =>
  word.en === typed.toLowerCase() || word.ja === typed

/** `/tsunagi` alone asks for help; every other command names its verb. */
const findCommand = (commands: readonly CommandView[], noun: string, verb: string): CommandView | undefined =>
  commands.find((command) => is(command.noun, noun) && is(command.verb, verb)) ??
  commands.find((command) => command.id === 'tsunagi.help' && is(command.noun, noun) && verb === '')

const readOptions = (command: CommandView, tokens: string[]): WordsRead => {
  const options: Record<string, string> = {}
  const places = command.options.map(({ name }) => name)
  for (const token of tokens) {
    const named = /^([^=]+)=(.+)$/u.exec(token)
    const option = named?.[1] && command.options.find((o) => o.name === named[1] || o.words.ja === named[1])
    if (option && named[2]) {
      options[option.name] = named[2]
      continue
    }
    const place = places.find((name) => !(name in options))
    if (!place) return { ok: false, reason: 'too-many-words', command, extra: token }
    options[place] = token
  }
  return { ok: true, command, options }
}

/** No word of ours is as long: what goes on beyond it is equally far from all of them. */
const COMPARED = 40

const nearest = (commands: readonly CommandView[], typedNoun: string, typedVerb: string): CommandView[] => {
  const [noun, verb] = [typedNoun.slice(0, COMPARED), typedVerb.slice(0, COMPARED)]
  const off = (word: { ja: string; en: string }, typed: string) =>
    Math.min(distance(word.en, typed.toLowerCase()), distance(word.ja, typed))
  return commands
    .map((command) => ({ command, off: 2 * off(command.noun, noun) + off(command.verb, verb) }))
    .sort((a, b) => a.off - b.off)
    .slice(0, 3)
    .map(({ command }) => command)
}

/** How to write it, in the reader's language: `/summary submit [case]`. */
export const usageOf = (command: CommandView, language: 'ja' | 'en'): string => {
  const options = command.options.map(({ words, required }) =>
    required ? `<${words[language]}>` : `[${words[language]}]`,
  )
  return [`/${command.noun.en}`, command.verb.en, ...options].join(' ')
}
