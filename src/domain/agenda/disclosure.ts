/** What a body's posts may show of a case: the topic alone, its code too, or what was written about it. */
export type Disclosure = 'topics' | 'codes' | 'summaries'

/** What the readers of something may see. `codes`: the region's own, where they are taken out of every text. */
export type Clearance = { level: 'topics'; codes: readonly string[] } | { level: 'codes' | 'summaries' }

declare const DISCLOSED: unique symbol
/** Holds nothing that its readers may not see: `disclose` alone makes one, and everything that is shown is made of one. */
export type Disclosed<Shown> = Shown & { readonly [DISCLOSED]: true }

/** Who can read a channel, as far as this rule needs it. */
export type ChannelFacts = { isPrivate: boolean; isSharedOutside: boolean; members: readonly string[] }

export type DisclosureRefusal = { why: 'public' } | { why: 'shared' } | { why: 'outsiders'; who: string[] }

/** Who reads a channel and is not on the body's roster, each once: for the coordinator, never for the channel. */
export const outsidersOf = ({ members }: ChannelFacts, roster: ReadonlySet<string>): string[] => [
  ...new Set(members.filter((member) => !roster.has(member))),
]

/**
 * Whether case content may go into a channel: private, not shared outside, and nobody in it who is not on the body's
 * roster (DESIGN truth 3). Everything that stands in the way is told at once. `roster`: the ids of the
 * body's members, as in the channel's. Topics alone name no case and may go anywhere.
 */
export const mayDisclose = (
  disclosure: Disclosure,
  channel: ChannelFacts,
  roster: ReadonlySet<string>,
): { ok: true } | { ok: false; reasons: DisclosureRefusal[] } => {
  if (disclosure === 'topics') return { ok: true }
  const outsiders = outsidersOf(channel, roster)
  const reasons: DisclosureRefusal[] = [
    ...(channel.isPrivate ? [] : [{ why: 'public' } as const]),
    ...(channel.isSharedOutside ? [{ why: 'shared' } as const] : []),
    ...(outsiders.length > 0 ? [{ why: 'outsiders' as const, who: outsiders }] : []),
  ]
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons }
}
