import { randomUUID } from 'node:crypto'
import { and, asc, eq, gte, inArray, or } from 'drizzle-orm'
import type { Case } from '../case/cases.ts'
import { caseFacts, cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { handoverSheets } from './tables.ts'

type Row = typeof handoverSheets.$inferSelect
/** Without its texts. */
export type HandoverSheet = Omit<Row, 'regionId' | 'text' | 'question'> & {
  code: string
  /** On which it rests while it waits. */
  supportCase: Pick<Case, 'officeId' | 'memberId' | 'municipalityId' | 'closedOn' | 'assignedAt'>
}
export type SheetText = { why: string; expected: string; consent: string }

const listed = ({ tx }: Pick<Scope, 'tx'>) =>
  tx
    .select({
      id: handoverSheets.id,
      caseId: handoverSheets.caseId,
      senderId: handoverSheets.senderId,
      receiverId: handoverSheets.receiverId,
      consentOn: handoverSheets.consentOn,
      assigns: handoverSheets.assigns,
      state: handoverSheets.state,
      sentAt: handoverSheets.sentAt,
      answeredAt: handoverSheets.answeredAt,
      code: cases.code,
      supportCase: { ...caseFacts, closedOn: cases.closedOn, assignedAt: cases.assignedAt },
    })
    .from(handoverSheets)
    .innerJoin(cases, eq(cases.id, handoverSheets.caseId))

export const sendSheet = async (
  scope: Scope,
  sheet: Pick<Row, 'caseId' | 'senderId' | 'receiverId' | 'consentOn' | 'assigns' | 'sentAt'>,
  text: SheetText,
): Promise<string> => {
  const id = randomUUID()
  const sealedText = sealText(scope, handoverSheets.text, { id }, JSON.stringify(text))
  await scope.tx.insert(handoverSheets).values({ ...sheet, regionId: scope.regionId, id, text: sealedText })
  return id
}

export const sheetById = async (scope: Scope, id: string): Promise<HandoverSheet | undefined> =>
  (await listed(scope).where(eq(handoverSheets.id, id)))[0]

/** Ends sheets that nobody can acknowledge any more; those that were answered meanwhile stay as they are. */
export const endSheets = async (
  scope: Scope,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> => {
  if (ids.length === 0) return
  await scope.tx
    .update(handoverSheets)
    .set({ state: 'expired', answeredAt: now })
    .where(and(inArray(handoverSheets.id, [...ids]), eq(handoverSheets.state, 'sent')))
}

/** Lists sheets that wait for an answer or were answered since an instant, oldest first. */
export const sheetsSince = (scope: Scope, since: Temporal.Instant): Promise<HandoverSheet[]> =>
  waitingOrSince(scope, { since })

const waitingOrSince = prepared((tx) =>
  listed({ tx })
    .where(
      or(
        eq(handoverSheets.state, 'sent'),
        gte(handoverSheets.answeredAt, param('since', handoverSheets.answeredAt)),
      ),
    )
    .orderBy(asc(handoverSheets.sentAt)),
)

/** Decrypts the texts; the caller writes the read to the audit log. */
export const sheetTexts = async (scope: Scope, id: string): Promise<SheetText & { question?: string }> => {
  const [row] = await scope.tx
    .select({ text: handoverSheets.text, question: handoverSheets.question })
    .from(handoverSheets)
    .where(eq(handoverSheets.id, id))
  if (!row) throw new Error(`handover sheet ${id} is gone`)
  const { question } = row
  return {
    ...JSON.parse(openText(scope, handoverSheets.text, { id }, row.text)),
    question: question === null ? undefined : openText(scope, handoverSheets.question, { id }, question),
  }
}

/** Answers a sheet. False when it was answered already. */
export const answerSheet = async (
  scope: Scope,
  id: string,
  answer: { state: 'acknowledged' } | { state: 'returned'; question: string },
  now: Temporal.Instant,
): Promise<boolean> => {
  const question =
    'question' in answer ? sealText(scope, handoverSheets.question, { id }, answer.question) : null
  const rows = await scope.tx
    .update(handoverSheets)
    .set({ state: answer.state, question, answeredAt: now })
    .where(and(eq(handoverSheets.id, id), eq(handoverSheets.state, 'sent')))
    .returning({ id: handoverSheets.id })
  return rows.length > 0
}
