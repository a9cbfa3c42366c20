import type { Account, CommandView, Language } from '../bot/port.ts'
import type { Asker } from '../domain/member/roles.ts'
import type { NameGuard } from '../domain/privacy/names/name-guard.ts'
import type { Region } from '../domain/region/region.ts'
import type { Scope } from '../store/engine/database.ts'
import type { SubjectKind } from '../store/keeping/audit.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** What every handler is given: who asks, where, when, and a transaction inside their region. */
export type Call = {
  asker: Asker
  region: Region
  scope: Scope
  /** By which account, and in which of the platform's channels, as far as it says. */
  account: Account
  channel?: string | undefined
  now: Temporal.Instant
  /** The day it is in the region. */
  today: Temporal.PlainDate
  language: Language
  text: Catalogue
  /** Finds names of persons in what people write; the roster's own pass. */
  names: NameGuard
  /** Where this bot is reached from outside, without a slash at its end. */
  publicUrl: string
  /** The practice workspace, where one is served; not from within it. */
  practiceUrl: string | undefined
  /** The commands that the asker may use. */
  usable: readonly CommandView[]
  /**
   * Puts a change into the audit log, or a read that no text opened and no case code shown tells by itself: a list, a
   * file.
   */
  note(access: 'read' | 'change', subjectKind: SubjectKind, subjectId: string): void
  /** Tells which thing was named and found, permitted or not: a refusal goes on record with it. */
  found(subjectKind: SubjectKind, subjectId: string): void
  /** Tells that a thing named in a form was not there for the asker: the fault at its field goes on record. */
  missed(): void
  hasMissed(): boolean
}
