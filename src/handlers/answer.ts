import type { Card } from '../bot/card.ts'
import type { FormFaults } from '../bot/form.ts'
import type { Attachment } from '../bot/port.ts'

/** What a command answers when it did what it was asked. */
export type Answer =
  | { kind: 'say'; card: Card; to: 'asker' | 'channel'; files?: readonly Attachment[] | undefined }
  /** Takes the place of the message whose button was pressed. */
  | { kind: 'replace'; card: Card }

/** Files go to the asker alone. */
export const say = (card: Card, files?: readonly Attachment[]): Answer => ({
  kind: 'say',
  card,
  to: 'asker',
  files,
})
export const toChannel = (card: Card, files?: readonly Attachment[]): Answer => ({
  kind: 'say',
  card,
  to: 'channel',
  files,
})
export const replace = (card: Card): Answer => ({ kind: 'replace', card })

/**
 * Refuses: handlers and arguments throw it for what is not done. The transaction is rolled back, so that nothing of it
 * stays. Anything else that is thrown is a bug. `isOnRecord`: whether the audit log gets a row; what was mistyped gets
 * none.
 */
export class Refused extends Error {
  readonly why: { card: Card } | { faults: FormFaults }
  readonly isOnRecord: boolean
  constructor(why: Refused['why'], isOnRecord: boolean) {
    super('refused')
    this.why = why
    this.isOnRecord = isOnRecord
  }
}

/** `throw refuse(card)`: the card says why, and what can be done. Goes on record. */
export const refuse = (card: Card): Refused => new Refused({ card }, true)

/** `throw askAgain(card)`: as `refuse`, where only something is missing, mistyped or may mean several things. */
export const askAgain = (card: Card): Refused => new Refused({ card }, false)

/** `throw fieldFaults({ dueOn: words.past })`: the form comes back with a reason at each field that has one. */
export const fieldFaults = (fields: Record<string, string | undefined>): Refused => {
  const told = Object.entries(fields).flatMap(([name, why]) => (why === undefined ? [] : [[name, why]]))
  return new Refused({ faults: { fields: Object.fromEntries(told) } }, false)
}

/** `throw formFault(words.meanwhile(by))`: as `fieldFaults`, where no one field is at fault. */
export const formFault = (general: string): Refused => new Refused({ faults: { general, fields: {} } }, false)
