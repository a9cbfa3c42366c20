import type { CommandView, Words } from '../bot/port.ts'
import { catalogues, type Label } from '../text/catalogue.ts'
import { absenceCommands } from './absence/commands.ts'
import { memberAccountCommands, ownAccountCommands } from './account/commands.ts'
import { agendaCommands } from './agenda/commands.ts'
import { calendarFeedCommands, calendarYearCommands } from './calendar/commands.ts'
import { caseCommands } from './case/commands.ts'
import type { Command } from './command.ts'
import { deliveryCommands } from './delivery/commands.ts'
import { digestCommands } from './digest/commands.ts'
import { followUpCommands } from './followup/commands.ts'
import { gsvCommands } from './gsv/commands.ts'
import { handoverCommands } from './handover/commands.ts'
import { heldMeetingCommands, plannedMeetingCommands } from './meeting/commands.ts'
import { minutesCommands } from './minutes/commands.ts'
import { monitoringCommands } from './monitoring/commands.ts'
import { openingsCommands } from './openings/commands.ts'
import { planCommands } from './plan/commands.ts'
import { pollCommands } from './poll/commands.ts'
import { privacyCommands } from './privacy/commands.ts'
import { currentIdOf, RENAMED } from './renamed.ts'
import { rotaCommands } from './rota/commands.ts'
import { seriesCommands } from './series/commands.ts'
import { helpCommands, setupCommands } from './setup/commands.ts'
import { summaryCommands, summaryListCommands } from './summary/commands.ts'
import { visitCommands } from './visit/commands.ts'
import { optionWords } from './words.ts'
import { workspaceCommands } from './workspace/commands.ts'

/** Every command of the product, noun by noun, in the order the help shows them. */
const COMMANDS: readonly Command[] = [
  ...caseCommands,
  ...planCommands,
  ...summaryCommands,
  ...privacyCommands,
  ...summaryListCommands,
  ...monitoringCommands,
  ...openingsCommands,
  ...absenceCommands,
  ...followUpCommands,
  ...handoverCommands,
  ...visitCommands,
  ...heldMeetingCommands,
  ...minutesCommands,
  ...seriesCommands,
  ...calendarYearCommands,
  ...plannedMeetingCommands,
  ...pollCommands,
  ...calendarFeedCommands,
  ...gsvCommands,
  ...rotaCommands,
  ...agendaCommands,
  ...helpCommands,
  ...digestCommands,
  ...ownAccountCommands,
  ...deliveryCommands,
  ...workspaceCommands,
  ...memberAccountCommands,
  ...setupCommands,
]

export type Registry = {
  commands: readonly Command[]
  /** By its id, or by one that it had before. */
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
    if (RENAMED.has(id))
      throw new Error(`command ${id}: ${RENAMED.get(id)} was called so before; take another id`)
    for (const name of Object.keys(declared.options)) both((text) => optionWords(declared, name)(text).name)
    if (declared.shortcut?.message && !declared.form)
      throw new Error(`command ${id}: a shortcut on a message needs a form that takes its text`)
    byId.set(id, declared)
  }
  return {
    commands,
    find: (id) => byId.get(currentIdOf(id)),
    views: commands.filter(({ hidden }) => !hidden).map(commandView),
  }
}

const both = (label: Label): Words => ({ ja: label(catalogues.ja), en: label(catalogues.en) })

const commandView = (declared: Command): CommandView => {
  const { id, words, form, shortcut, options } = declared
  const { global, message } = words(catalogues.ja).menu ?? {}
  return {
    id,
    noun: both((text) => words(text).noun),
    verb: both((text) => words(text).verb),
    description: both((text) => words(text).description),
    opensForm: form !== undefined,
    shortcut: shortcut && (message === undefined ? 'global' : 'message'),
    shortcutNames: shortcut && {
      global: global === undefined ? undefined : both((text) => words(text).menu?.global ?? ''),
      message: message === undefined ? undefined : both((text) => words(text).menu?.message ?? ''),
    },
    options: Object.entries(options)
      .filter(([, option]) => !option.hidden)
      .map(([name, option]) => ({
        name,
        words: both((text) => optionWords(declared, name)(text).name),
        description: both((text) => optionWords(declared, name)(text).description),
        required: option.required,
        suggests: option.suggest !== undefined,
      })),
  }
}
