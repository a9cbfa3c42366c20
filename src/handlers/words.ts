import type { CommandView } from '../bot/port.ts'
import type { Catalogue } from '../text/catalogue.ts'
import type { FieldWords } from './fields.ts'

type Nouns = Omit<Catalogue['commands'], 'options'>

/** `noun.verb`, as the catalogue has words for it. */
export type CommandId = {
  [Noun in keyof Nouns]: `${Noun}.${Exclude<keyof Nouns[Noun], 'noun'> & string}`
}[keyof Nouns]

/** What stands in the catalogue under an id. */
export type CommandWords<Id extends CommandId> = Id extends `${infer Noun extends keyof Nouns}.${infer Verb}`
  ? Verb extends keyof Nouns[Noun]
    ? Nouns[Noun][Verb]
    : never
  : never

/** The fields that every one of these commands has words for. */
export type FieldNames<Id extends CommandId> = [CommandWords<Id>] extends [{ form: { fields: infer Fields } }]
  ? keyof Fields & string
  : never

type OptionWords = { name: string; description: string }

/** A command's words in one language, for whoever shows them. */
export type SpokenWords = {
  noun: string
  verb: string
  description: string
  menu?: { global?: string; message?: string }
  form?: { title: string; submit: string; fields: Record<string, FieldWords> }
  /** Overrides the shared words of an option that means something else in this command. */
  arguments?: Record<string, OptionWords>
}

export const wordsOf =
  (id: CommandId) =>
  (text: Catalogue): SpokenWords => {
    const [noun = '', verb = ''] = id.split('.')
    const nouns: Record<string, Record<string, unknown>> = text.commands
    return { noun: nouns[noun]?.noun, ...(nouns[noun]?.[verb] as object) } as SpokenWords
  }

/** An option's words: the command's own, else those that all commands share. */
export const optionWords =
  (declared: { words(text: Catalogue): SpokenWords }, name: string): ((text: Catalogue) => OptionWords) =>
  (text) => {
    const shared: Record<string, OptionWords> = text.commands.options
    const words = declared.words(text).arguments?.[name] ?? shared[name]
    if (!words) throw new Error(`no words for the option ${name}: add them to commands.options`)
    return words
  }

/** Usage line in the reader's language: `/summary submit [case]`. */
export const usageOf = (command: CommandView, language: 'ja' | 'en'): string => {
  const options = command.options.map(({ words, required }) =>
    required ? `<${words[language]}>` : `[${words[language]}]`,
  )
  return [`/${command.noun.en}`, command.verb.en, ...options].join(' ')
}
