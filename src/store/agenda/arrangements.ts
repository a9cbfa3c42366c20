import { and, eq } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { arrangedItems } from './tables.ts'

type Row = typeof arrangedItems.$inferSelect
export type StoredArrangement = Omit<Row, 'regionId' | 'meetingId' | 'itemKey'>

/** How one item is arranged; `revision` 0 where it is not. */
export const arrangementOf = async (
  scope: Scope,
  meetingId: string,
  itemKey: string,
): Promise<StoredArrangement | undefined> => {
  const [found] = await scope.tx.select().from(arrangedItems).where(at(meetingId, itemKey))
  return found
}

const at = (meetingId: string, itemKey: string) =>
  and(eq(arrangedItems.meetingId, meetingId), eq(arrangedItems.itemKey, itemKey))

type Arranged = {
  /** What of its candidate it replaces. */
  claims: { minutes?: number; position?: number; heldBack: boolean }
  paper?: { title: string; url: string }
}

/** What was arranged of a meeting's items beside summaries, by key. */
export const arrangementsOf = async (scope: Scope, meetingId: string): Promise<Map<string, Arranged>> => {
  const rows = await scope.tx.select().from(arrangedItems).where(eq(arrangedItems.meetingId, meetingId))
  return new Map(
    rows.map(({ itemKey, duration, position, heldBack, paperTitle, paperUrl }) => [
      itemKey,
      {
        // Absent rather than undefined, or the item would lose its own.
        claims: {
          ...(duration !== null && { minutes: duration }),
          ...(position !== null && { position }),
          heldBack,
        },
        paper: paperTitle && paperUrl ? { title: paperTitle, url: paperUrl } : undefined,
      },
    ]),
  )
}

/** Arranges an item by compare-and-set: false where somebody arranged it since revision `seen`. */
export const arrangeItem = async (
  scope: Scope,
  meetingId: string,
  itemKey: string,
  seen: number,
  wanted: Omit<StoredArrangement, 'revision'>,
): Promise<boolean> => {
  const row = { ...wanted, revision: seen + 1 }
  const rows = await scope.tx
    .insert(arrangedItems)
    .values({ regionId: scope.regionId, meetingId, itemKey, ...row })
    .onConflictDoUpdate({
      target: [arrangedItems.regionId, arrangedItems.meetingId, arrangedItems.itemKey],
      set: row,
      setWhere: eq(arrangedItems.revision, seen),
    })
    .returning({ revision: arrangedItems.revision })
  return rows.length > 0
}
