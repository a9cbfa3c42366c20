import { createHash } from 'node:crypto'
import type { Account, Interaction, Reply } from '../bot/port.ts'
import { codesLike } from '../domain/case/code-like.ts'
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

/**
 * Records what was answered, in the command's own transaction: what it noted, the texts it opened, the codes it shows.
 * `isAlone`: the command stores nothing.
 */
export const recordAnswer = (scope: Scope, trail: Trail, reply: Reply, isAlone: boolean): Promise<void> =>
  write(scope, trail, reply, {
    notes: [...trail.notes, ...readsOf(trail.opened).map(asRead)],
    words: codesLike(reply),
    isAlone,
  })

/**
 * Records a refusal, once for each thing that was named, and what it shows nevertheless: a form that comes back shows
 * what it shows when it opens. A code that the asker typed is not shown to them.
 */
export const recordRefusal = (
  scope: Scope,
  trail: Trail,
  interaction: Interaction,
  { reply, isOnRecord, isShowing }: Pick<Undone, 'reply' | 'isOnRecord' | 'isShowing'>,
  isAlone: boolean,
): Promise<void> => {
  const typed = codesLike(interaction)
  const named: Subject[] =
    trail.found.length > 0 ? trail.found : [{ subjectKind: 'command', subjectId: trail.by.action }]
  const refused = isOnRecord ? named.map((subject): Note => ({ ...subject, access: 'refused' })) : []
  const read = isShowing ? trail.notes.filter(({ access }) => access === 'read') : []
  const opened = isShowing ? readsOf(trail.opened) : []
  return write(scope, trail, reply, {
    notes: [...refused, ...read, ...opened.map(asRead)],
    words: codesLike(reply).difference(typed),
    isAlone,
  })
}

const asRead = (subject: Subject): Note => ({ ...subject, access: 'read' })

const write = async (
  scope: Scope,
  { by: { memberId, action, at, listId } }: Trail,
  reply: Reply,
  { notes, words, isAlone }: { notes: readonly Note[]; words: ReadonlySet<string>; isAlone: boolean },
): Promise<void> => {
  const key = ({ subjectKind, subjectId }: Subject, access: string) => `${access} ${subjectKind} ${subjectId}`
  const distinct = new Map(notes.map((note) => [key(note, note.access), note]))
  // Who changes a thing has read it.
  const told = [...distinct.values()].filter(
    (note) => note.access !== 'read' || !distinct.has(key(note, 'change')),
  )
  const except = told.flatMap(({ access, subjectKind, subjectId }) =>
    access !== 'refused' && subjectKind === 'case' ? [subjectId] : [],
  )
  // Proposals are asked for at every keystroke: they count as a list.
  const list = reply.kind === 'suggestions' ? listId : undefined
  await writeAudit(
    scope,
    told.map((note) => ({ ...note, action, memberId, at })),
    { shown: { memberId, action, at, words: [...words], except, listId: list }, isAlone },
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
  return writeAudit(scope, [{ ...subject, action, access: 'refused', at }], { isAlone: true })
}
