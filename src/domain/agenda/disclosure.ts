/** What a body's posts may show of a case: the topic alone, its code too, or what was written about it. */
export type Disclosure = 'topics' | 'codes' | 'summaries'

/** Who can read a channel, as far as this rule needs it. */
export type ChannelFacts = { isPrivate: boolean; isSharedOutside: boolean; members: readonly string[] }

export type DisclosureRefusal = { why: 'public' } | { why: 'shared' } | { why: 'outsiders'; count: number }

/**
 * Whether case content may go into a channel: private, not shared outside, and nobody in it who is not on the body's
 * roster (DESIGN truth 3). Everything that stands in the way is told at once. `roster`: the platform's ids of the
 * body's members. Topics alone name no case and may go anywhere.
 */
export const mayDisclose = (
  disclosure: Disclosure,
  channel: ChannelFacts,
  roster: ReadonlySet<string>,
): { ok: true } | { ok: false; reasons: DisclosureRefusal[] } => {
  if (disclosure === 'topics') return { ok: true }
  const outsiders = channel.members.filter((member) => !roster.has(member)).length
  const reasons: DisclosureRefusal[] = [
    ...(channel.isPrivate ? [] : [{ why: 'public' } as const]),
    ...(channel.isSharedOutside ? [{ why: 'shared' } as const] : []),
    ...(outsiders > 0 ? [{ why: 'outsiders', count: outsiders } as const] : []),
  ]
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons }
}
