import { accountRequestMessage } from './account-request.ts'
import { agenda, agendaItem, agendaUpdate } from './agenda.ts'
import { agendaDraft } from './agenda-draft.ts'
import { agendaWithheld } from './agenda-withheld.ts'
import { digest } from './digest.ts'
import { gsvGroups } from './gsv-groups.ts'
import { lateReport } from './late-report.ts'
import { meetingChanged } from './meeting-changed.ts'
import { meetingEvent } from './meeting-event.ts'
import type { MessageKind } from './message-kind.ts'
import { pollMessage, pollProposal, pollResultMessage } from './poll.ts'
import { rotaTurn } from './rota-turn.ts'
import { unreachable } from './unreachable.ts'
import { workspaceLeftMessage } from './workspace-left.ts'
import { yearCalendarAnnounced } from './year-calendar.ts'

const DECLARED: readonly MessageKind[] = [
  digest,
  agendaDraft,
  agenda,
  agendaItem,
  agendaUpdate,
  agendaWithheld,
  meetingChanged,
  meetingEvent,
  yearCalendarAnnounced,
  gsvGroups,
  rotaTurn,
  pollMessage,
  pollProposal,
  pollResultMessage,
  accountRequestMessage,
  workspaceLeftMessage,
  unreachable,
  lateReport,
]
const KINDS = new Map<string, MessageKind>(DECLARED.map((kind) => [kind.kind, kind]))

/** By name: what the ledger has words for. */
export const MESSAGE_KINDS: readonly string[] = [...KINDS.keys()]

/** What goes ahead of all that can wait. */
export const URGENT_KINDS: readonly string[] = DECLARED.flatMap(({ kind, urgent }) => (urgent ? [kind] : []))

/** Throws on a kind that nobody declares: a row from a newer version, or a renamed kind. */
export const messageKind = (kind: string): MessageKind => {
  const found = KINDS.get(kind)
  if (!found) throw new Error(`no message kind ${kind}: declare it in jobs/messages/registry.ts`)
  return found
}
