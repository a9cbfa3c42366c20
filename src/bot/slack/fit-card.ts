import type { KnownBlock } from '@slack/types'
import { affordable } from '../kit/affordable.ts'
import { cut, LIMIT, lengthOf, plain, type Surface, weightOf } from './limits.ts'
import type { Words } from './words.ts'

/** A card in pieces that can be laid out, folded or left out. `lines`: how many of a list's lines a text holds. */
export type Unit =
  | { kind: 'text'; block: KnownBlock; lines: number }
  /** A line of a list with its button; folded it is `line`. */
  | { kind: 'item'; block: KnownBlock; line: string; list: number }
  /** Something to do: never folded. */
  | { kind: 'row'; block: KnownBlock }
  | { kind: 'divider'; block: KnownBlock }

/** Lays a card out within a surface. Lists lose their buttons, then lines; what is left out is counted. Never empty. */
export const fitCard = (units: Unit[], surface: Surface, words: Words): KnownBlock[] => {
  if (fits(units, surface)) return units.map(({ block }) => block)
  return fitShortened(units.map(shortened), surface, words)
}

/** Cut once: a line is laid out again for each number of buttons that is tried. */
const shortened = (unit: Unit): Unit =>
  unit.kind === 'item' ? { ...unit, line: cut(unit.line, FOLDED_LINE) } : unit

const fitShortened = (units: Unit[], surface: Surface, words: Words): KnownBlock[] => {
  const items = units.filter(({ kind }) => kind === 'item').length
  for (let kept = Math.min(items, surface.blocks); kept >= 0; kept -= 1) {
    const blocks = folded(units, kept, words)
    if (fits(blocks, surface)) return blocks.map(({ block }) => block)
  }
  return squeezed(folded(units, 0, words), surface, words)
}

const fits = (units: Unit[], { blocks, weight }: Surface): boolean =>
  units.length <= blocks && units.reduce((sum, { block }) => sum + weightOf(block), 0) <= weight

const section = (text: string): KnownBlock => ({ type: 'section', text: plain(text, LIMIT.section) })

export const note = (text: string): KnownBlock => ({
  type: 'context',
  elements: [plain(text, LIMIT.context)],
})

/** The first `kept` lines with their buttons; those after them as one text a list. */
const folded = (units: Unit[], kept: number, words: Words): Unit[] => {
  const out: Unit[] = []
  let items = 0
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) out.push(foldedLines(lines, words))
    lines = []
  }
  for (const [at, unit] of units.entries()) {
    if (unit.kind === 'item') {
      items += 1
      if (items > kept) {
        const last = units[at - 1]
        if (last?.kind === 'item' && last.list !== unit.list) flush()
        lines.push(unit.line)
        continue
      }
    }
    flush()
    out.push(unit)
  }
  flush()
  return out
}

/** Kept free for the count of what is left. */
const COUNT = 60
const FOLDED_LINE = 600

/** One section with as many lines as it takes, and how many are left. */
const foldedLines = (lines: string[], words: Words): Unit => {
  const shown: string[] = []
  let room = LIMIT.section - COUNT
  for (const line of lines) {
    room -= lengthOf(line) + 1
    if (room < 0) break
    shown.push(line)
  }
  const left = lines.length - shown.length
  const text = [...shown, ...(left > 0 ? [words.left(left)] : [])].join('\n')
  return { kind: 'text', block: section(text), lines: lines.length }
}

/** Buttons may take this share of the room: without them nothing can be done. */
const ROWS_SHARE = 0.5

/** Shows from the top what there is room for, keeps what can be pressed, and says that something is left out. */
const squeezed = (units: Unit[], surface: Surface, words: Words): KnownBlock[] => {
  const rows = affordable(
    units.filter(({ kind }) => kind === 'row'),
    ({ block }) => [1, weightOf(block)],
    [surface.blocks * ROWS_SHARE, surface.weight * ROWS_SHARE],
  )
  let blocks = surface.blocks - rows.size - 1
  let weight = surface.weight - [...rows].reduce((sum, { block }) => sum + weightOf(block), 0) - 2 * COUNT
  let full = false
  let left = 0
  const out: KnownBlock[] = []
  for (const unit of units) {
    if (unit.kind === 'row') {
      if (rows.has(unit)) out.push(unit.block)
      continue
    }
    blocks -= 1
    weight -= weightOf(unit.block)
    full ||= blocks < 0 || weight < 0
    if (!full) out.push(unit.block)
    else if (unit.kind === 'text') left += unit.lines
  }
  return full ? [...out, note(left > 0 ? words.left(left) : words.cut)] : out
}
