import { catalogues } from '../../text/catalogue.ts'
import { standInNotice } from './absence/stand-in.ts'
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
import { recorderNotice } from './meeting/recorder.ts'
import type { Declared, MessageHandler, ReminderHandler } from './notice.ts'
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
  recorderNotice,
  standInNotice,
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

/** Indexes the declarations by kind. Throws on a duplicate, a kind without a name, or a name without a declaration. */
export const checkDeclared = (declared: readonly Declared[], named: readonly string[]) => {
  const reminders = byKind(declared.flatMap(({ reminder }) => reminder ?? []))
  const messages = byKind(declared.flatMap(({ message }) => message ?? []))
  const undeclared = named.filter((kind) => !messages.has(kind))
  if (undeclared.length > 0)
    throw new Error(`named in text/*/notices.ts and not in jobs/notices/list.ts: ${undeclared.join(', ')}`)
  const unnamed = [...messages.keys()].filter((kind) => !named.includes(kind))
  if (unnamed.length > 0)
    throw new Error(`in jobs/notices/list.ts and not named in text/*/notices.ts: ${unnamed.join(', ')}`)
  return { reminders, messages }
}

const byKind = <Handler extends { kind: string }>(
  handlers: readonly Handler[],
): ReadonlyMap<string, Handler> => {
  const kinds = handlers.map(({ kind }) => kind)
  const twice = kinds.filter((kind, at) => kinds.indexOf(kind) !== at)
  if (twice.length > 0) throw new Error(`declared twice in jobs/notices/list.ts: ${twice.join(', ')}`)
  return new Map(handlers.map((handler) => [handler.kind, handler]))
}

const { reminders, messages } = checkDeclared(DECLARED, Object.keys(catalogues.ja.notices))

/** Kinds with priority over all others. */
export const URGENT_KINDS: readonly string[] = [...messages.values()].flatMap(({ kind, urgency }) =>
  urgency === 'urgent' ? [kind] : [],
)

/** Looks up a kind; undefined for one of a newer version, so that it does not hold up the rest of a batch. */
export const knownMessage = (kind: string): MessageHandler | undefined => messages.get(kind)

/** Looks up a kind. Throws on an unknown one: a row from a newer version waits for that version. */
export const reminderHandler = (kind: string): ReminderHandler => handlerOf(reminders, kind)
export const messageHandler = (kind: string): MessageHandler => handlerOf(messages, kind)

const handlerOf = <Handler>(handlers: ReadonlyMap<string, Handler>, kind: string): Handler => {
  const found = handlers.get(kind)
  if (!found) throw new Error(`no notice of kind ${kind}: declare it in jobs/notices/list.ts`)
  return found
}
