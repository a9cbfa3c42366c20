import { html } from 'htm/preact'
import type { CommandView } from '../../port.ts'
import { lineOf, type Reading } from './completion.ts'
import { language, start } from './state.ts'
import { words } from './words.ts'

/** How the command on the line goes on: its options in order, the one being typed marked and explained. */
export const UsageHint = ({ reading }: { reading: Reading }) => {
  const found = commandOf(reading)
  if (!found) return null
  const { command, at } = found
  const text = words.value.composer
  const option = command.options[at]
  return html`
    <div class="usage">
      <p class="usage-line">
        <code class="usage-command">${lineOf(command).trim()}</code>
        ${command.options.map(
          ({ name, words: said, required }, index) => html`
            <span key=${name} class=${index === at ? 'usage-option is-now' : 'usage-option'}>
              ${said[language.value]}${required && html`<span class="usage-required">${text.required}</span>`}
            </span>
          `,
        )}
      </p>
      <p class="usage-about">
        ${
          option
            ? `${option.description[language.value]}${option.required ? '' : `（${text.optional}）`}`
            : `${command.description[language.value]} ${text.ready}`
        }
      </p>
    </div>
  `
}

/** A command typed in full has its usage shown too, before the first value. */
const commandOf = (reading: Reading): { command: CommandView; at: number } | undefined => {
  if (reading.kind === 'options') return reading
  if (reading.kind === 'none') return undefined
  const only = reading.proposals.length === 1 ? reading.proposals[0] : undefined
  const command = start.value?.commands.find((one) => lineOf(one).trim() === only?.label)
  return command && { command, at: command.options.length === 0 ? 0 : -1 }
}
