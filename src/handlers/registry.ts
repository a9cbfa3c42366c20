import type { CommandView, Words } from '../bot/port.ts'
import { catalogues, type Label } from '../text/catalogue.ts'
import { previewAgenda } from './agenda/preview.ts'
import { publishAgenda } from './agenda/publish.ts'
import { listCases } from './case/list.ts'
import { registerCase } from './case/register.ts'
import { showCase } from './case/show.ts'
import type { Command } from './command.ts'
import { listMeetings } from './meeting/list.ts'
import { recordMonitoring } from './monitoring/done.ts'
import { dueMonitoring } from './monitoring/due.ts'
import { listSummaries } from './summary/list.ts'
import { submitSummary } from './summary/submit.ts'
import { help } from './tsunagi/help.ts'
import { home } from './tsunagi/home.ts'

/** Every command of the product, in the order the help shows them. */
const COMMANDS: readonly Command[] = [
  registerCase,
  listCases,
  showCase,
  submitSummary,
  listSummaries,
  dueMonitoring,
  recordMonitoring,
  listMeetings,
  previewAgenda,
  publishAgenda,
  help,
  home,
]

export type Registry = {
  commands: readonly Command[]
  find(id: string): Command | undefined
  views: readonly CommandView[]
}

/** Checks the declarations once, at start: throws with what to mend. */
export const registry = (commands: readonly Command[] = COMMANDS): Registry => {
  const byId = new Map<string, Command>()
  for (const declared of commands) {
    const { id } = declared
    if (!/^[a-z]+\.[a-z]+$/.test(id))
      throw new Error(`command ${id}: write its id as noun.verb in small letters`)
    if (byId.has(id)) throw new Error(`command ${id} is declared twice: rename one`)
    if (Boolean(declared.form) !== Boolean(declared.submit))
      throw new Error(`command ${id}: a form needs a submit, and a submit a form`)
    byId.set(id, declared)
  }
  return {
    commands,
    find: (id) => byId.get(id),
    views: commands.filter(({ hidden }) => !hidden).map(commandView),
  }
}

const both = (label: Label): Words => ({ ja: label(catalogues.ja), en: label(catalogues.en) })

const commandView = (declared: Command): CommandView => ({
  id: declared.id,
  noun: both(declared.words.noun),
  verb: both(declared.words.verb),
  description: both(declared.words.description),
  opensForm: declared.form !== undefined,
  options: Object.entries(declared.options).map(([name, option]) => ({
    name,
    words: both((text) => option.words(text).name),
    description: both((text) => option.words(text).description),
    required: option.required,
    suggests: option.suggest !== undefined,
  })),
})
