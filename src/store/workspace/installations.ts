import { createHash } from 'node:crypto'
import { and, eq, isNotNull, lte } from 'drizzle-orm'
import type { PlatformName } from '../../domain/workspace/platforms.ts'
import type { Vault } from '../engine/database.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { installations, installStates } from './tables.ts'

export type Installed = { platform: PlatformName; workspace: string }

const of = ({ platform, workspace }: Installed) =>
  and(eq(installations.platform, platform), eq(installations.workspace, workspace))
const hashOf = (state: string) => createHash('sha256').update(state).digest('hex')

/** Upserts a workspace's tokens, sealed. `tokens`: opaque, in the platform's format. */
export const keepInstallation = async (
  vault: Vault,
  where: Installed,
  tokens: string,
  installedAt: Temporal.Instant,
): Promise<void> => {
  const kept = { tokens: sealText(vault, installations.tokens, where, tokens), installedAt, revokedAt: null }
  await vault.tx
    .insert(installations)
    .values({ ...where, ...kept })
    .onConflictDoUpdate({ target: [installations.platform, installations.workspace], set: kept })
}

/** Whether the app was ever installed in a workspace. */
export const hasInstallations = async ({ tx }: Vault): Promise<boolean> =>
  (await tx.select({ workspace: installations.workspace }).from(installations).limit(1)).length > 0

/** Reads a workspace's tokens; undefined where the app is not installed. */
export const installationOf = async (vault: Vault, where: Installed): Promise<string | undefined> => {
  const [row] = await vault.tx.select({ tokens: installations.tokens }).from(installations).where(of(where))
  return row?.tokens ? openText(vault, installations.tokens, where, row.tokens) : undefined
}

/**
 * Refreshes tokens under a row lock, since a refresh token works once. Where `renew` returns undefined they stay. Returns
 * the valid tokens.
 */
export const renewInstallation = async (
  vault: Vault,
  where: Installed,
  renew: (tokens: string) => Promise<string | undefined>,
): Promise<string | undefined> => {
  const [row] = await vault.tx
    .select({ tokens: installations.tokens })
    .from(installations)
    .where(of(where))
    .for('update')
  if (!row?.tokens) return undefined
  const held = openText(vault, installations.tokens, where, row.tokens)
  const renewed = await renew(held)
  if (renewed === undefined) return held
  await vault.tx
    .update(installations)
    .set({ tokens: sealText(vault, installations.tokens, where, renewed) })
    .where(of(where))
  return renewed
}

/** Tolerance for clock skew to the platform, which reports whole seconds. */
const CLOCKS_DIFFER = Temporal.Duration.from('PT1M')

/** Deletes the tokens of a workspace that left at `leftAt`. False for one that was installed again since. */
export const dropInstallation = async (
  vault: Vault,
  where: Installed,
  leftAt: Temporal.Instant,
): Promise<boolean> => {
  await vault.tx
    .update(installations)
    .set({ tokens: null, revokedAt: leftAt })
    .where(
      and(
        of(where),
        isNotNull(installations.tokens),
        lte(installations.installedAt, leftAt.add(CLOCKS_DIFFER)),
      ),
    )
  return (await installationOf(vault, where)) === undefined
}

/** Bound on the states in use: what strangers send back must not fill the disk. */
const MOST_STATES = 10_000

/** Redeems an installation state: true once, until it expires. Deletes expired ones. */
export const takeInstall = async (
  { tx }: Vault,
  state: string,
  now: Temporal.Instant,
  expiresAt: Temporal.Instant,
): Promise<boolean> => {
  if (Temporal.Instant.compare(expiresAt, now) <= 0) return false
  await tx.delete(installStates).where(lte(installStates.expiresAt, now))
  if ((await tx.$count(installStates)) >= MOST_STATES) return false
  const taken = await tx
    .insert(installStates)
    .values({ hash: hashOf(state), expiresAt })
    .onConflictDoNothing()
    .returning({ hash: installStates.hash })
  return taken.length > 0
}
