import type { Place, Platform, Posted } from '../../src/bot/port.ts'
import type { Clock } from '../../src/domain/calendar/clock.ts'
import type { PlatformName } from '../../src/domain/workspace/platforms.ts'

/** At most `count` calls in any `perMs`, however they lie. */
type Rule = { of: 'place' | 'workspace' | 'bot'; count: number; perMs: number }

/** What the platforms write about their limits; `calls`: how many one direct message takes. */
export const DOCUMENTED = {
  slack: {
    calls: 1,
    rules: [
      { of: 'place', count: 1, perMs: 1_000 },
      { of: 'workspace', count: 300, perMs: 60_000 },
    ],
  },
  discord: {
    calls: 2,
    rules: [
      { of: 'place', count: 5, perMs: 5_000 },
      { of: 'bot', count: 50, perMs: 1_000 },
    ],
  },
} as const satisfies Record<string, { calls: number; rules: readonly Rule[] }>

export type Arrived = { place: Place; key: string; at: Temporal.Instant }

export type LimitedPlatform = {
  platform: Platform
  arrived: Arrived[]
  /** How often it answered 429. */
  refused(): number
}

/** A chat system that keeps its documented limits on the product's clock, and answers 429 beyond them. */
export const limitedPlatform = (
  name: Extract<PlatformName, keyof typeof DOCUMENTED>,
  limits: Platform['limits'],
  clock: Clock,
): LimitedPlatform => {
  const { calls, rules } = DOCUMENTED[name]
  const called = new Map<string, number[]>()
  const arrived: Arrived[] = []
  let refused = 0

  const bucketOf = (of: Rule['of'], place: Place): string => {
    const { workspace } = place
    if (of === 'bot') return 'bot'
    return of === 'workspace' ? workspace : `${workspace} ${'channel' in place ? place.channel : place.user}`
  }
  /** A place counts messages; a workspace and the bot count calls. */
  const weigh = ({ of }: Rule): number => (of === 'place' ? 1 : calls)
  const over = (rule: Rule, place: Place, now: number): number | undefined => {
    const bucket = bucketOf(rule.of, place)
    const recent = (called.get(bucket) ?? []).filter((at) => at > now - rule.perMs)
    called.set(bucket, recent)
    const excess = recent.length + weigh(rule) - rule.count
    return excess > 0 ? (recent[excess - 1] ?? now) + rule.perMs - now : undefined
  }
  const post = (place: Place, key: string): Posted => {
    const now = clock.now().epochMilliseconds
    for (const rule of rules) {
      const waitMs = over(rule, place, now)
      if (waitMs === undefined) continue
      refused += 1
      return {
        ok: false,
        failure: 'rate-limited',
        retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
        of: rule.of,
      }
    }
    for (const rule of rules)
      called.get(bucketOf(rule.of, place))?.push(...Array.from({ length: weigh(rule) }, () => now))
    arrived.push({ place, key, at: clock.now() })
    const channel = 'channel' in place ? place.channel : place.user
    const { platform, workspace } = place
    return { ok: true, message: { platform, workspace, channel, message: String(arrived.length) } }
  }
  return {
    platform: {
      name,
      limits,
      post: async (place, _, key) => post(place, key),
      find: async () => ({ ok: true, message: undefined }),
      update: async () => ({ ok: true }),
      pin: async () => ({ ok: true }),
      openThread: async () => ({ ok: true }),
      audience: async () => ({
        ok: true,
        audience: { isPrivate: true, isSharedOutside: false, members: [] },
      }),
      people: async () => ({ ok: true, people: [] }),
      stop: async () => undefined,
    },
    arrived,
    refused: () => refused,
  }
}
