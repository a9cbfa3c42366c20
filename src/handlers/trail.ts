import { createHash } from 'node:crypto'
import type { Account, Interaction, Reply } from '../bot/port.ts'
import { codesLike } from '../domain/case/code-like.ts'
import { casesCoded } from '../store/case/cases.ts'
import type { Scope } from '../store/engine/database.ts'
import type { Opened } from '../store/engine/sealed-text.ts'
import { type AuditEntry, type Subject, type SubjectKind, writeAudit } from '../store/keeping/audit.ts'
import { readsOf } from '../store/keeping/opened-texts.ts'
import type { Call } from './call.ts'
import type { Undone } from './run-command.ts'

type Note = Subject & Pick<AuditEntry, 'access'>

/**
 * What an interaction leaves for the audit log. Held outside its transaction: a refusal rolls that back, and its rows
 * are written in one of their own.
 */
export type Trail = {
  by: { regionId: string; memberId: string; listId: string; action: string; at: Temporal.Instant }
  notes: Note[]
  /** The things that were named and found, permitted or not. */
  found: Subject[]
  hasMissed: boolean
  opened: readonly Opened[]
}

export const beginTrail = (by: Trail['by'], { opened }: Scope): Trail => ({
  by,
  notes: [],
  found: [],
  hasMissed: false,
  opened,
})

/** The part of a call by which handlers leave a trail. */
export const leaving = (trail: Trail): Pick<Call, 'note' | 'found' | 'missed' | 'hasMissed'> => ({
  note: (access, subjectKind, subjectId) => trail.notes.push({ access, subjectKind, subjectId }),
  found: (subjectKind, subjectId) => trail.found.push({ subjectKind, subjectId }),
  missed: () => {
    trail.hasMissed = true
  },
  hasMissed: () => trail.hasMissed,
})

/** Records what was answered, in the command's own transaction: what it noted, the texts it opened, the codes it shows. */
export const recordAnswer = async (scope: Scope, trail: Trail, reply: Reply): Promise<void> => {
  const shown = [...readsOf(trail.opened), ...(await casesIn(scope, trail, reply, new Set()))]
  await write(scope, trail, [...trail.notes, ...shown.map(asRead)])
}

/**
 * Records a refusal, once for each thing that was named, and what it shows nevertheless: a form that comes back shows
 * what it shows when it opens. A code that the asker typed is not shown to them.
 */
export const recordRefusal = async (
  scope: Scope,
  trail: Trail,
  interaction: Interaction,
  { reply, isOnRecord, isShowing }: Pick<Undone, 'reply' | 'isOnRecord' | 'isShowing'>,
): Promise<void> => {
  const typed = codesLike(interaction)
  const coded = await casesIn(scope, trail, reply, typed)
  const read = isShowing ? trail.notes.filter(({ access }) => access === 'read') : []
  const opened = isShowing ? readsOf(trail.opened) : []
  const named: Subject[] =
    trail.found.length > 0 ? trail.found : [{ subjectKind: 'command', subjectId: trail.by.action }]
  const refused = isOnRecord ? named.map((subject): Note => ({ ...subject, access: 'refused' })) : []
  await write(scope, trail, [...refused, ...read, ...[...opened, ...coded].map(asRead)])
}

const asRead = (subject: Subject): Note => ({ ...subject, access: 'read' })

/** Lists the cases whose codes a reply shows. Proposals are asked for at every keystroke: they count as a list. */
const casesIn = async (
  scope: Scope,
  { by }: Trail,
  reply: Reply,
  typed: ReadonlySet<string>,
): Promise<Subject[]> => {
  const words = [...codesLike(reply)].filter((word) => !typed.has(word))
  const cases = words.length === 0 ? [] : await casesCoded(scope, words)
  if (reply.kind === 'suggestions' && cases.length > 0)
    return [{ subjectKind: 'case-list', subjectId: by.listId }]
  return cases.map((subjectId) => ({ subjectKind: 'case', subjectId }))
}

const write = async (scope: Scope, { by }: Trail, notes: readonly Note[]): Promise<void> => {
  const { memberId, action, at } = by
  const key = ({ subjectKind, subjectId }: Subject, access: string) => `${access} ${subjectKind} ${subjectId}`
  const distinct = new Map(notes.map((note) => [key(note, note.access), note]))
  // Who changes a thing has read it.
  const told = [...distinct.values()].filter(
    (note) => note.access !== 'read' || !distinct.has(key(note, 'change')),
  )
  await writeAudit(
    scope,
    told.map((note) => ({ ...note, action, memberId, at })),
  )
}

/**
 * Records that somebody was refused who is nobody on the roster: by the platform and a hash, by which an account that
 * is known otherwise can be looked for, and which tells nothing of one that is not.
 */
export const recordStranger = (
  scope: Scope,
  { platform, workspace, user }: Account,
  action: string,
  at: Temporal.Instant,
): Promise<void> => {
  const hash = createHash('sha256').update(`${platform} ${workspace} ${user}`).digest('base64url')
  const subject = { subjectKind: 'account' as SubjectKind, subjectId: `${platform} ${hash.slice(0, 16)}` }
  return writeAudit(scope, [{ ...subject, action, access: 'refused', at }])
}
