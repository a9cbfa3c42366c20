import type { Interaction, Reply } from '../bot/port.ts'
import { refusalCard } from '../cards/answer.ts'
import { isWritable } from '../domain/form/writable.ts'
import { catalogues } from '../text/catalogue.ts'

/** Adapters pass on what a platform sent: a value of another kind, should it ever come, is none of ours either. */
const isStorable = (value: unknown): boolean => typeof value === 'string' && isWritable(value)

/** Longer than any platform's ids. An id stands in an index, which takes about 2,700 bytes. */
const LONGEST_ID = 255

/**
 * The answer to an interaction that cannot be stored as it is, and undefined for any other. What is typed into a form
 * is not looked at: that is told at its field.
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
    card: refusalCard('answer.unwritable', unwritable.heading, unwritable.text),
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
