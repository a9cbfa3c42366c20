import type { Audience, Platform } from '../bot/port.ts'
import { textIn } from '../cards/region-text.ts'
import { languageIn } from '../domain/region/language.ts'
import type { Region } from '../domain/region/region.ts'
import type { Scope } from '../store/engine/database.ts'
import type { Claim } from '../store/outbox/delivery-claims.ts'
import type { JobContext } from './job.ts'
import { messageHandler } from './notices/list.ts'
import type { Message, MessageFacts } from './notices/notice.ts'

/** A claimed delivery that may be sent now. */
export type Clear = { claim: Claim; platform: Platform; audience: Audience | undefined }
export type Composed = Clear & { message: Message }
export type Failed = { claim: Claim; error: unknown }

/**
 * Composes a batch of messages from the present state of the store, in one transaction with shared reads. When one
 * throws (a bug), falls back to one transaction a message, so that it does not hold up the others.
 */
export const composeMessages = async (
  clear: readonly Clear[],
  region: Region,
  context: JobContext,
): Promise<(Composed | Failed)[]> => {
  if (clear.length === 0) return []
  try {
    return await context.database.inRegion(region.id, (scope) => composeAtOnce(scope, clear, region, context))
  } catch (error) {
    const [only, ...others] = clear
    if (only && others.length === 0) return [{ claim: only.claim, error }]
    const alone: (Composed | Failed)[] = []
    for (const one of clear) alone.push(...(await composeMessages([one], region, context)))
    return alone
  }
}

const composeAtOnce = async (
  scope: Scope,
  clear: readonly Clear[],
  region: Region,
  context: JobContext,
): Promise<Composed[]> => {
  const composed: Composed[] = []
  const factsOf = factsFor(scope, region, context)
  for (const [name, group] of Map.groupBy(clear, ({ claim }) => claim.delivery.kind)) {
    const messages = await messageHandler(name).composeAll(group.map(factsOf))
    for (const [at, one] of group.entries()) {
      const message = messages[at]
      if (!message) throw new Error(`${name} made ${messages.length} messages of ${group.length}`)
      composed.push({ ...one, message })
    }
  }
  return composed
}

const factsFor = (scope: Scope, region: Region, { clock, platforms }: JobContext) => {
  const now = clock.now()
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const running = new Set(platforms.keys())
  return ({ claim: { delivery }, audience }: Clear): MessageFacts => {
    const reader = region.members.find(({ id }) => id === delivery.readerId)
    const language = reader?.language ?? languageIn(region, delivery)
    const text = textIn(region, language)
    return { scope, region, delivery, now, today, language, text, running, audience }
  }
}
