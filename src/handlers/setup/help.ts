import { helpCard } from '../../cards/setup/setup.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { usageOf } from '../words.ts'

/** `/tsunagi help`: the commands this person may use, from the declarations. */
export const help = command('tsunagi.help', {
  permission: 'help.read',
  run: ({ asker, usable, language, text }) => {
    const lines = usable.map((view) => ({
      en: usageOf(view, 'en'),
      ja: `/${view.noun.ja} ${view.verb.ja}`,
      description: view.description[language],
    }))
    const roles = asker.roles.map((role) => text.answers.roles[role])
    return say(helpCard({ name: asker.name, roles, lines }, text))
  },
})
