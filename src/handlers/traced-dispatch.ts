import type { Dispatch, Interaction, Reply } from '../bot/port.ts'
import { stopwatch } from '../domain/calendar/clock.ts'
import { inSpan } from '../observability/span.ts'
import type { Answered, Watch } from '../observability/watch.ts'
import { readWords } from './read-words.ts'
import type { Registry } from './registry.ts'

/** The dispatch, with a span and a measure around each interaction. `how` is told where it was not simply answered. */
export const watchedDispatch =
  (
    { registry, watch }: { registry: Registry; watch: Watch },
    dispatch: (interaction: Interaction, how: (answered: Answered) => void) => Promise<Reply>,
  ): Dispatch =>
  (interaction) => {
    const { kind, event, account } = interaction
    const command = commandOf(registry, interaction)
    const facts = { 'tsunagi.platform': account.platform, 'tsunagi.kind': kind, 'tsunagi.event': event }
    return inSpan(`command ${command}`, facts, async (learned) => {
      const passed = stopwatch()
      let answered: Answered = 'answered'
      const reply = await dispatch(interaction, (how) => {
        answered = how
      })
      learned({ 'tsunagi.answered': answered })
      // What comes with each key that is pressed would hide what the person waits for.
      if (kind !== 'suggest' && kind !== 'keep') watch.answered(command, answered, passed())
      return reply
    })
  }

/** The id of the command that is meant, `unknown` where there is none: what was typed is a person's words. */
const commandOf = ({ find, views }: Registry, interaction: Interaction): string => {
  switch (interaction.kind) {
    case 'words': {
      const read = readWords(interaction.words, views)
      return read.ok || read.reason === 'too-many-words' ? read.command.id : 'unknown'
    }
    case 'home':
      return 'tsunagi.home'
    case 'run':
    case 'submit':
    case 'keep':
    case 'suggest':
      return find(interaction.press.command)?.id ?? 'unknown'
    default:
      return interaction satisfies never
  }
}
