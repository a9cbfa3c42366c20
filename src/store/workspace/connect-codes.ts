import { createHash, randomInt } from 'node:crypto'
import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Account } from '../../domain/region/accounts.ts'
import {
  ATTEMPTS,
  CODE_LENGTH,
  CODE_LETTERS,
  CODE_LIFE,
  writeCode,
} from '../../domain/workspace/connect-code.ts'
import type { Gate, Scope } from '../engine/database.ts'
import { connectAttempts, connectCodes } from './tables.ts'

const hashOf = (letters: string): string => createHash('sha256').update(letters).digest('hex')

export type NewCode = { memberId: string; mayConnect: boolean; madeBy?: string }

/** Makes a code. Only its hash is stored: the caller alone sees it. */
export const makeCode = async (scope: Scope, wanted: NewCode, now: Temporal.Instant): Promise<string> => {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)])
  const code = letters.join('')
  await scope.tx.insert(connectCodes).values({
    regionId: scope.regionId,
    ...wanted,
    codeHash: hashOf(code),
    madeAt: now,
    expiresAt: now.add(CODE_LIFE),
  })
  return writeCode(code)
}

export type KnownCode = { regionId: string; id: string; mayConnect: boolean }

/** Finds a valid code, in whichever region it was made. */
export const findCode = async (
  gate: Gate,
  letters: string,
  now: Temporal.Instant,
): Promise<KnownCode | undefined> => {
  const [found] = await gate.tx
    .select({
      regionId: connectCodes.regionId,
      id: connectCodes.id,
      mayConnect: connectCodes.mayConnect,
    })
    .from(connectCodes)
    .where(
      and(
        eq(connectCodes.codeHash, hashOf(letters)),
        isNull(connectCodes.usedAt),
        gt(connectCodes.expiresAt, now),
      ),
    )
  return found
}

/** Redeems a code atomically: of two concurrent callers one gets its owner. */
export const useCode = async (
  scope: Scope,
  id: string,
  now: Temporal.Instant,
): Promise<string | undefined> => {
  const [used] = await scope.tx
    .update(connectCodes)
    .set({ usedAt: now })
    .where(and(eq(connectCodes.id, id), isNull(connectCodes.usedAt), gt(connectCodes.expiresAt, now)))
    .returning({ memberId: connectCodes.memberId })
  return used?.memberId
}

/**
 * Rate-limits attempts at codes: records one and returns its id, or undefined where the account or its workspace tried
 * too often. Serialized by workspace, so that concurrent attempts are counted.
 */
export const noteAttempt = async (
  gate: Gate,
  { platform, workspace, user }: Account,
  now: Temporal.Instant,
): Promise<number | undefined> => {
  await gate.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${platform} ${workspace}`}, 0))`)
  const { ofAccount, ofWorkspace } = ATTEMPTS
  const here = and(eq(connectAttempts.platform, platform), eq(connectAttempts.workspace, workspace))
  await gate.tx.delete(connectAttempts).where(and(here, lt(connectAttempts.at, now.subtract({ hours: 24 }))))
  const tried = async (since: Temporal.Instant, account?: string): Promise<number> => {
    const by = account === undefined ? undefined : eq(connectAttempts.account, account)
    const [row] = await gate.tx
      .select({ times: count() })
      .from(connectAttempts)
      .where(and(here, by, gt(connectAttempts.at, since)))
    return row?.times ?? 0
  }
  if ((await tried(now.subtract(ofAccount.within), user)) >= ofAccount.most) return undefined
  if ((await tried(now.subtract(ofWorkspace.within))) >= ofWorkspace.most) return undefined
  const [noted] = await gate.tx
    .insert(connectAttempts)
    .values({ platform, workspace, account: user, at: now })
    .returning({ id: connectAttempts.id })
  return noted?.id
}

/** Deletes the attempt of a valid code: only failed ones are counted. */
export const forgetAttempt = async (gate: Gate, id: number): Promise<void> => {
  await gate.tx.delete(connectAttempts).where(eq(connectAttempts.id, id))
}
