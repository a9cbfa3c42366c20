import { accountRequestReminder } from './account-request.ts'
import { agendaDraft } from './agenda-draft.ts'
import { agendaPublish } from './agenda-publish.ts'
import { agendaUpdate } from './agenda-update.ts'
import { digest } from './digest.ts'
import { gsvAsk } from './gsv-ask.ts'
import { gsvGroups } from './gsv-groups.ts'
import { meetingChanged } from './meeting-changed.ts'
import { meetingEvents } from './meeting-events.ts'
import { planAhead } from './plan-ahead.ts'
import { pollAsk, pollDeadline, pollResult } from './poll.ts'
import type { ReminderKind } from './reminder-kind.ts'
import { retention } from './retention.ts'
import { rotaTurn } from './rota-turn.ts'
import { workspaceForgotten, workspaceLeft } from './workspace-left.ts'
import { workspacePeople } from './workspace-people.ts'
import { yearCalendarConfirmed } from './year-calendar.ts'

const DECLARED = [
  digest,
  agendaDraft,
  agendaPublish,
  agendaUpdate,
  gsvAsk,
  planAhead,
  retention,
  meetingChanged,
  meetingEvents,
  yearCalendarConfirmed,
  gsvGroups,
  rotaTurn,
  pollAsk,
  pollDeadline,
  pollResult,
  accountRequestReminder,
  workspaceLeft,
  workspaceForgotten,
  workspacePeople,
]
const KINDS = new Map<string, ReminderKind>(DECLARED.map((kind) => [kind.kind, kind]))

/** Throws on a kind that nobody declares: a row from a newer version, or a renamed kind. */
export const reminderKind = (kind: string): ReminderKind => {
  const found = KINDS.get(kind)
  if (!found) throw new Error(`no reminder kind ${kind}: declare it in jobs/reminders/registry.ts`)
  return found
}
