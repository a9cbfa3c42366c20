/** What comes on an agenda beside case summaries: a kind has its words in `text/<language>/agenda.ts`, under `items`. */
const ITEM_KINDS = ['opening', 'closing', 'follow-ups', 'body-report'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/**
 * The stable key of an item that is no summary: by it carry-over, the record of a meeting and updates in place find it
 * again. A summary's key is its id.
 */
export const itemKey = (kind: ItemKind, id: string): string => `${kind}:${id}`

export const itemKindOf = (key: string): ItemKind | undefined =>
  ITEM_KINDS.find((kind) => key.startsWith(`${kind}:`))

/** 開会 and 閉会: they take time, and nothing is asked, moved or written of them as of an item. */
export const isFrame = (kind: ItemKind | undefined): boolean => kind === 'opening' || kind === 'closing'
