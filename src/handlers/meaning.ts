import { distance } from 'fastest-levenshtein'
import type { CommandView, Interaction, Reply } from '../bot/port.ts'
import type { Press } from '../bot/press.ts'
import { noticeCard } from '../cards/answer.ts'
import { isWritable } from '../domain/form/writable.ts'
import { catalogues } from '../text/catalogue.ts'
import type { Command } from './command.ts'
import type { Registry } from './registry.ts'

export type WordsRead =
  | { ok: true; command: CommandView; options: Record<string, string> }
  | { ok: false; reason: 'unknown-command'; typed: string; nearest: CommandView[] }
  | { ok: false; reason: 'too-many-words'; command: CommandView; extra: string; words: string[] }

type Misread = Extract<WordsRead, { ok: false }>

/** What an interaction asks for, read once and handed on. */
export type Meaning = {
  /** The command that is meant, as far as there is one. */
  command: Command | undefined
  /** Undefined where words were typed that are no command, or too many for it: `misread` says why. */
  press: Press | undefined
  misread?: Misread
}

export const meaningOf = ({ find, views }: Registry, interaction: Interaction): Meaning => {
  switch (interaction.kind) {
    case 'words': {
      const read = readWords(interaction.words, views)
      if (read.ok)
        return { command: find(read.command.id), press: { command: read.command.id, options: read.options } }
      const command = read.reason === 'too-many-words' ? find(read.command.id) : undefined
      return { command, press: undefined, misread: read }
    }
    case 'home':
      return { command: find(HOME.command), press: HOME }
    case 'run':
    case 'submit':
    case 'keep':
    case 'suggest':
      return { command: find(interaction.press.command), press: interaction.press }
    default:
      return interaction satisfies never
  }
}

const HOME: Press = { command: 'tsunagi.home', options: {} }

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
    if (!place) return { ok: false, reason: 'too-many-words', command, extra: token, words: tokens }
    options[place] = token
  }
  return { ok: true, command, options }
}

/**
 * Caps the cost of the edit distance: no word of a command is as long, and more letters add the same distance to all.
 */
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

/** Rejects what is no string, too: adapters pass on unchecked what a platform sent. */
const isStorable = (value: unknown): boolean => typeof value === 'string' && isWritable(value)

/** Limit of an id, longer than any platform's: ids are indexed, and an index entry takes about 2,700 bytes. */
const LONGEST_ID = 255

/**
 * Rejects an interaction that cannot be stored as it is; undefined for any other. Leaves out form values: their faults
 * are told at their fields.
 */
export const answerUnwritable = (interaction: Interaction): Reply | undefined => {
  const { event, account, channel = '', language = 'ja' } = interaction
  const ids = [event, account.workspace, account.user, channel]
  const isFine =
    ids.every((id) => isStorable(id) && id.length <= LONGEST_ID) && textsOf(interaction).every(isStorable)
  if (isFine) return undefined
  if (interaction.kind === 'keep') return { kind: 'nothing' }
  if (interaction.kind === 'suggest') return { kind: 'suggestions', choices: [] }
  const { unwritable } = catalogues[language].answers
  return {
    kind: 'card',
    card: noticeCard('answer.unwritable', unwritable.heading, unwritable.text),
    to: 'asker',
  }
}

const textsOf = (interaction: Interaction): string[] => {
  const name = interaction.name ?? ''
  const press = 'press' in interaction ? interaction.press : undefined
  const pressed = press ? [press.command, ...Object.entries(press.options).flat()] : []
  switch (interaction.kind) {
    case 'words':
      return [name, interaction.words]
    case 'run':
      return [name, ...pressed, interaction.quoted ?? '']
    case 'suggest':
      return [name, ...pressed, interaction.option, interaction.typed]
    case 'submit':
    case 'keep':
    case 'home':
      return [name, ...pressed]
    default:
      return interaction satisfies never
  }
}
