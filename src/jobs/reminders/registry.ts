import { agendaDraft } from './agenda-draft.ts'
import { agendaPublish } from './agenda-publish.ts'
import { agendaUpdate } from './agenda-update.ts'
import { digest } from './digest.ts'
import { gsvGroups } from './gsv-groups.ts'
import { planAhead } from './plan-ahead.ts'
import type { ReminderKind } from './reminder-kind.ts'
import { rotaTurn } from './rota-turn.ts'

const KINDS = new Map<string, ReminderKind>(
  [digest, agendaDraft, agendaPublish, agendaUpdate, planAhead, gsvGroups, rotaTurn].map((kind) => [
    kind.kind,
    kind,
  ]),
)

/** Throws on a kind that nobody declares: a row from a newer version, or a renamed kind. */
export const reminderKind = (kind: string): ReminderKind => {
  const found = KINDS.get(kind)
  if (!found) throw new Error(`no reminder kind ${kind}: declare it in jobs/reminders/registry.ts`)
  return found
}
