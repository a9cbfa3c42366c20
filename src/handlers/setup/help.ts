import { helpCard } from '../../cards/setup/setup.ts'
import { command } from '../legacy/command.ts'
import { usageOf } from '../meaning.ts'

/** `/tsunagi help`: the commands this person may use, from the declarations. */
export const help = command({
  id: 'tsunagi.help',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.help.verb,
    description: (t) => t.commands.tsunagi.help.description,
  },
  permission: 'help.read',
  options: {},
  run: async ({ asker, usable, language, text }) => {
    const lines = usable.map((view) => ({
      en: usageOf(view, 'en'),
      ja: `/${view.noun.ja} ${view.verb.ja}`,
      description: view.description[language],
    }))
    const roles = asker.roles.map((role) => text.answers.roles[role])
    return { kind: 'say', card: helpCard({ name: asker.name, roles, lines }, text) }
  },
})
