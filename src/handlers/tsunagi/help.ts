import type { CommandView } from '../../bot/port.ts'
import { helpCard } from '../../cards/help.ts'
import { may } from '../../domain/permission/permission.ts'
import { type Command, command } from '../command.ts'
import { usageOf } from '../read-words.ts'

/** `/tsunagi help`: the commands this person may use. Made from all declarations, its own included. */
export const helpCommand = (
  commands: () => readonly Command[],
  viewOf: (one: Command) => CommandView,
): Command => {
  const help: Command = command({
    id: 'tsunagi.help',
    words: {
      noun: (t) => t.commands.tsunagi.noun,
      verb: (t) => t.commands.tsunagi.help.verb,
      description: (t) => t.commands.tsunagi.help.description,
    },
    permission: 'help.read',
    options: {},
    run: async ({ asker, language, text }) => {
      const lines = commands()
        .filter((one) => !one.hidden && may(asker, one.permission))
        .map((one) => {
          const view = viewOf(one)
          return { en: usageOf(view, 'en'), ja: japaneseUsage(view), description: view.description[language] }
        })
      const roles = asker.roles.map((role) => text.answers.roles[role])
      return { kind: 'say', card: helpCard({ name: asker.name, roles, lines }, text) }
    },
  })
  return help
}

const japaneseUsage = ({ noun, verb }: CommandView): string => `/${noun.ja} ${verb.ja}`
