import { changeRegion } from '../../actions/region/change-region.ts'
import { lookForPeople } from '../../actions/workspace/look-for-people.ts'
import type { Account } from '../../bot/port.ts'
import { memberByAccount, withAccount, withWorkspace } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { readCode } from '../../domain/workspace/connect-code.ts'
import { mayConnectWorkspace } from '../../domain/workspace/permission.ts'
import { type ExternalPlatform, isExternal } from '../../domain/workspace/platforms.ts'
import { closeRequestOf } from '../../store/account/account-requests.ts'
import type { Database, Scope } from '../../store/engine/database.ts'
import { writeAudit } from '../../store/keeping/audit.ts'
import { claimEvent } from '../../store/outbox/received-events.ts'
import { lockRegion, regionOfWorkspace } from '../../store/region/regions.ts'
import {
  findCode,
  forgetAttempt,
  type KnownCode,
  noteAttempt,
  useCode,
} from '../../store/workspace/connect-codes.ts'

export type Redeemed =
  | { ok: true; region: Region; memberId: string; connected: boolean }
  /** Wrong, used, expired, or made for something else: which of them is not disclosed. */
  | { ok: false; reason: 'not-good' }
  | { ok: false; reason: 'too-many' }

type Asking = { account: Account; event: string; typed: string; now: Temporal.Instant }
type Connectable = Account & { platform: ExternalPlatform }

/** Rolls back the transaction, so that the code stays valid for whom it is meant. */
class NotGood extends Error {}

const NOT_GOOD = { ok: false, reason: 'not-good' } as const

/**
 * Redeems a code: links the account to the code's member and, where its workspace is in no region yet, connects it.
 * Rate-limited: the attempt is counted before the code is looked up, and forgotten when it succeeds.
 */
export const redeemCode = async (database: Database, asking: Asking): Promise<Redeemed> => {
  const { account, typed, now } = asking
  const attempt = await database.atGate((gate) => noteAttempt(gate, account, now))
  if (attempt === undefined) return { ok: false, reason: 'too-many' }
  const letters = readCode(typed)
  if (letters === undefined || !isConnectable(account)) return NOT_GOOD
  const { code, home } = await database.atGate(async (gate) => ({
    code: await findCode(gate, letters, now),
    home: await regionOfWorkspace(gate, account.platform, account.workspace),
  }))
  if (!code || (home === undefined ? !code.mayConnect : home !== code.regionId)) return NOT_GOOD
  try {
    const connects = home === undefined
    const { region, memberId } = await database.inRegion(code.regionId, (scope) =>
      link(scope, code, account, connects, asking),
    )
    await database.atGate((gate) => forgetAttempt(gate, attempt))
    return { ok: true, region, memberId, connected: connects }
  } catch (error) {
    if (error instanceof NotGood) return NOT_GOOD
    throw error
  }
}

const isConnectable = (account: Account): account is Connectable => isExternal(account.platform)

const link = async (
  scope: Scope,
  code: KnownCode,
  account: Connectable,
  connects: boolean,
  { event, now }: Asking,
): Promise<{ region: Region; memberId: string }> => {
  // Locks in the order of those who end an account: the region, then its codes.
  await lockRegion(scope)
  const memberId = await useCode(scope, code.id, now)
  if (memberId === undefined || !(await claimEvent(scope, event, now))) throw new NotGood()
  const changed = await changeRegion(scope, (region) => {
    const member = region.members.find(({ id }) => id === memberId)
    const other = memberByAccount(region, account)
    if (!member || (other && other.id !== memberId)) throw new NotGood()
    if (connects && !mayConnectWorkspace(member)) throw new NotGood()
    return withAccount(connects ? withWorkspace(region, account) : region, memberId, account)
  })
  if (!changed.ok) throw new NotGood()
  await closeRequestOf(scope, account, memberId)
  if (connects) await lookForPeople(scope, account, now)
  const what = connects ? 'workspace' : 'account'
  const subjectId = `${account.platform} ${account.workspace}`
  await writeAudit(scope, [
    { at: now, memberId, action: `tsunagi.${what}`, access: 'change', subjectKind: what, subjectId },
  ])
  return { region: changed.region, memberId }
}
