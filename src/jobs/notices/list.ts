import { catalogues } from '../../text/catalogue.ts'
import { accountRequestNotice } from './account/account-request.ts'
import { pledgeMissing } from './account/pledge-missing.ts'
import { agenda, agendaItem, agendaUpdate } from './agenda/agenda.ts'
import { agendaDraft } from './agenda/agenda-draft.ts'
import { agendaPublish } from './agenda/agenda-publish.ts'
import { agendaWithheld } from './agenda/agenda-withheld.ts'
import { yearConfirmed, yearOfBody } from './calendar/year-calendar.ts'
import { lateReport } from './delivery/late-report.ts'
import { unreachable } from './delivery/unreachable.ts'
import { digest } from './digest/digest.ts'
import { gsvAsk } from './gsv/gsv-ask.ts'
import { gsvGroups } from './gsv/gsv-groups.ts'
import { retention } from './keeping/retention.ts'
import { meetingChanged } from './meeting/meeting-changed.ts'
import { meetingEvent, meetingEvents } from './meeting/meeting-events.ts'
import { planAhead } from './meeting/plan-ahead.ts'
import type { Declared, MessageBody, ReminderBody } from './notice.ts'
import { pollNotice } from './poll/poll.ts'
import { pollDeadline } from './poll/poll-deadline.ts'
import { pollResult } from './poll/poll-result.ts'
import { rotaTurn } from './rota/rota-turn.ts'
import { workspaceForgotten, workspaceLeft } from './workspace/workspace-left.ts'
import { workspacePeople } from './workspace/workspace-people.ts'

/** Everything that the product does or says by itself. */
const DECLARED: readonly Declared[] = [
  digest,
  agendaDraft,
  agendaPublish,
  agenda,
  agendaItem,
  agendaUpdate,
  agendaWithheld,
  gsvAsk,
  gsvGroups,
  planAhead((moment) => DECLARED.flatMap(({ plan }) => plan?.(moment) ?? [])),
  retention,
  meetingChanged,
  meetingEvents,
  meetingEvent,
  yearConfirmed,
  yearOfBody,
  rotaTurn,
  pollNotice,
  pollDeadline,
  pollResult,
  accountRequestNotice,
  pledgeMissing,
  workspaceLeft,
  workspaceForgotten,
  workspacePeople,
  unreachable,
  lateReport,
]

/** By kind. Throws where a kind is declared twice, and where a catalogue names one that nobody declares. */
export const checkDeclared = (declared: readonly Declared[], named: readonly string[]) => {
  const reminders = byKind(declared.flatMap(({ reminder }) => reminder ?? []))
  const messages = byKind(declared.flatMap(({ message }) => message ?? []))
  const undeclared = named.filter((kind) => !messages.has(kind))
  if (undeclared.length > 0)
    throw new Error(`named in text/*/notices.ts and not in jobs/notices/list.ts: ${undeclared.join(', ')}`)
  return { reminders, messages }
}

const byKind = <Body extends { kind: string }>(bodies: readonly Body[]): ReadonlyMap<string, Body> => {
  const kinds = bodies.map(({ kind }) => kind)
  const twice = kinds.filter((kind, at) => kinds.indexOf(kind) !== at)
  if (twice.length > 0) throw new Error(`declared twice in jobs/notices/list.ts: ${twice.join(', ')}`)
  return new Map(bodies.map((body) => [body.kind, body]))
}

const { reminders, messages } = checkDeclared(DECLARED, Object.keys(catalogues.ja.notices))

/** By name: what the ledger may hold. */
export const MESSAGE_KINDS: readonly string[] = [...messages.keys()]

/** What goes ahead of all that can wait. */
export const URGENT_KINDS: readonly string[] = [...messages.values()].flatMap(({ kind, urgency }) =>
  urgency === 'urgent' ? [kind] : [],
)

/** Looks up a kind that may be of a newer version, where many are handled and one must not hold up the others. */
export const knownMessage = (kind: string): MessageBody | undefined => messages.get(kind)

/** Throws on a kind that nobody declares: a row from a newer version waits for it. */
export const reminderBody = (kind: string): ReminderBody => bodyOf(reminders, kind)
export const messageBody = (kind: string): MessageBody => bodyOf(messages, kind)

const bodyOf = <Body>(bodies: ReadonlyMap<string, Body>, kind: string): Body => {
  const found = bodies.get(kind)
  if (!found) throw new Error(`no notice of kind ${kind}: declare it in jobs/notices/list.ts`)
  return found
}
