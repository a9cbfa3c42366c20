import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIStringSelectComponent,
} from 'discord-api-types/v10'
import { ComponentType } from 'discord-api-types/v10'
import { affordable } from '../kit/affordable.ts'
import { cutEscaped } from './escape.ts'
import { LIMIT } from './limits.ts'
import type { Words } from './words.ts'

/** A card in pieces that can be laid out or left out. Texts are escaped already; `items` counts what a list loses. */
export type Block =
  | { kind: 'text'; content: string; group: number; items: number; whole?: boolean }
  | { kind: 'section'; content: string; button: APIButtonComponent; items: number }
  | { kind: 'row'; components: APIButtonComponent[] | [APIStringSelectComponent] }
  | { kind: 'divider' }

const SECTION_COST = 3
/** Kept free for the line that tells what did not fit. */
const NOTE_TEXT = 80
/** Buttons come before everything else, up to this many components: without them nothing can be done. */
const ROWS_MOST = 30

type Room = { components: number; text: number; left: number; full: boolean }

/** Lays blocks out within Discord's limits; what has no room is counted in a last line. Never empty. */
export const fitCard = (blocks: Block[], words: Words): APIComponentInContainer[] => {
  const rows = affordable(
    blocks.filter((block) => block.kind === 'row'),
    (row) => [costOfRow(row)],
    [ROWS_MOST],
  )
  const reserved = [...rows].reduce((sum, row) => sum + costOfRow(row), 0)
  const apart = componentsIn(blocks, rows, false) <= LIMIT.components - 2
  const room: Room = {
    components: LIMIT.components - 2 - reserved,
    text: LIMIT.text - NOTE_TEXT,
    left: 0,
    full: false,
  }
  const out: APIComponentInContainer[] = []
  let group: number | undefined
  for (const block of blocks) {
    if (block.kind === 'row') {
      if (rows.has(block)) out.push({ type: ComponentType.ActionRow, components: [...block.components] })
      group = undefined
    } else if (block.kind === 'text') {
      placeText(block, !apart || group === block.group, out, room)
      group = block.group
    } else {
      place(block, out, room)
      group = undefined
    }
  }
  if (room.full) out.push(text(`-# ${room.left > 0 ? words.left(room.left) : words.cut}`))
  return out.length > 0 ? out : [text('…')]
}

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content })

type Row = Extract<Block, { kind: 'row' }>
const costOfRow = ({ components }: Row): number => 1 + components.length

const componentsIn = (blocks: Block[], rows: ReadonlySet<Block>, merged: boolean): number => {
  let count = 0
  let group: number | undefined
  for (const block of blocks) {
    if (block.kind === 'text') count += merged || group === block.group ? 0 : 1
    else if (block.kind === 'row') count += rows.has(block) ? costOfRow(block) : 0
    else count += block.kind === 'section' ? SECTION_COST : 1
    group = block.kind === 'text' ? block.group : undefined
  }
  return count
}

/** Text joins the display above it where it belongs there, or where components are short. */
const placeText = (
  { content, items, whole }: Extract<Block, { kind: 'text' }>,
  joins: boolean,
  out: APIComponentInContainer[],
  room: Room,
): void => {
  const last = out.at(-1)
  const above = joins && last?.type === ComponentType.TextDisplay ? last : undefined
  const fits = !room.full && (above !== undefined || room.components > 0)
  const whollyFits = fits && content.length + 1 <= room.text
  if (!fits || (!whollyFits && (whole || items > 0 || room.text < 100))) {
    room.full = true
    room.left += items
    return
  }
  const shown = whollyFits ? content : cutEscaped(content, room.text - 1)
  if (!whollyFits) room.full = true
  room.text -= shown.length + 1
  if (above) above.content += `\n${shown}`
  else {
    out.push(text(shown))
    room.components -= 1
  }
}

/** Kept free, so that what follows lines with buttons can still be said. */
const TEXTS_KEPT = 2

/** Places a line or a divider. Where components run short, drops a line's button before its text, and every divider. */
const place = (
  block: Extract<Block, { kind: 'section' | 'divider' }>,
  out: APIComponentInContainer[],
  room: Room,
): void => {
  const scarce = (cost: number) => room.full || room.components < cost + TEXTS_KEPT
  if (block.kind === 'divider') {
    if (scarce(1)) return
    room.components -= 1
    out.push({ type: ComponentType.Separator, divider: true, spacing: 1 })
    return
  }
  const { content, button, items } = block
  if (scarce(SECTION_COST) || room.text < content.length) {
    placeText({ kind: 'text', content, group: -1, items }, true, out, room)
    return
  }
  room.components -= SECTION_COST
  room.text -= content.length
  out.push({ type: ComponentType.Section, components: [text(content)], accessory: button })
}
