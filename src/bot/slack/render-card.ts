import type { KnownBlock, Button as SlackButton } from '@slack/types'
import { type Button, type Card, type ChatPart, type Choice, inChat, type ListItem } from '../card.ts'
import { encodePress } from '../press.ts'
import { fitCard, note, type Unit } from './fit-card.ts'
import { cut, LIMIT, lengthOf, MESSAGE, pieces, plain, type Surface } from './limits.ts'
import { WORDS } from './words.ts'

/** A card as blocks that Slack takes there, whatever its length. Every text is plain: nothing in it can act. */
export const renderCard = (card: Card, surface: Surface = MESSAGE): KnownBlock[] => {
  const tables = card.parts.flatMap((part, index) => (part.part === 'table' ? [index] : []))
  // Slack takes one table in a message, and none in a modal or the home tab.
  const native = surface.kind === 'message' ? tables[0] : undefined
  const units = card.parts.flatMap((part, index) => renderPart(inChat(part), index, index === native))
  const blocks = fitCard(units, surface, WORDS)
  return blocks.length > 0 ? blocks : [note(card.summary)]
}

/** What notifications and screen readers get. Escaped: this text alone is read as Slack's markup. */
export const fallbackText = (card: Card): string =>
  cut(card.summary, LIMIT.fallback).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const renderPart = (part: ChatPart, index: number, native: boolean): Unit[] => {
  switch (part.part) {
    case 'heading':
      return [text({ type: 'header', text: plain(part.text, LIMIT.header) })]
    case 'text':
      return sections(part.text)
    case 'fields':
      return fieldUnits(part.fields)
    case 'list':
      return listUnits(part.items, part.ordered === true, index)
    case 'table':
      return tableUnits(part.columns, part.rows, native)
    case 'divider':
      return [{ kind: 'divider', block: { type: 'divider' } }]
    case 'buttons':
      return chunked(part.buttons, LIMIT.buttonsPerRow).map((buttons, row) => ({
        kind: 'row',
        block: {
          type: 'actions',
          elements: buttons.map((button, at) => renderButton(button, `${index}-${row}-${at}`)),
        },
      }))
    case 'select':
      return selectUnits(part, index)
    case 'note':
      return pieces(part.text, LIMIT.context).map((piece) => text(note(piece)))
    default:
      return part satisfies never
  }
}

const text = (block: KnownBlock, lines = 0): Unit => ({ kind: 'text', block, lines })

/** What Slack's half of a line shows well. */
const HALF_LINE = 120

/** Two to a line; a long value, like the names of those who came, has lines of its own. */
const fieldUnits = (fields: Extract<ChatPart, { part: 'fields' }>['fields']): Unit[] => {
  const isLong = ({ value }: { value: string }) => value.length > HALF_LINE
  const runs: (typeof fields)[] = []
  for (const field of fields) {
    const run = runs.at(-1)
    if (run?.[0] && !isLong(field) && !isLong(run[0]) && run.length < LIMIT.fieldsPerSection) run.push(field)
    else runs.push([field])
  }
  return runs.flatMap((run) =>
    run[0] && isLong(run[0])
      ? sections(`${run[0].label}\n${run[0].value}`)
      : text({
          type: 'section',
          fields: run.map(({ label, value }) => plain(`${label}\n${value}`, LIMIT.field)),
        }),
  )
}

/** Long text goes on in further sections. */
const sections = (whole: string, lines = 0): Unit[] =>
  pieces(whole, LIMIT.section).map((piece) =>
    text({ type: 'section', text: plain(piece, LIMIT.section) }, lines > 0 ? piece.split('\n').length : 0),
  )

/** Lines with a button are a block each; those between them share one. */
const listUnits = (items: ListItem[], ordered: boolean, index: number): Unit[] => {
  const units: Unit[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) units.push(...sections(lines.join('\n'), lines.length))
    lines = []
  }
  for (const [at, item] of items.entries()) {
    const detail = item.detail === undefined ? '' : `\n${item.detail}`
    const line = `${ordered ? `${at + 1}. ` : '・'}${item.text}${detail}`
    if (item.button) {
      flush()
      const accessory = renderButton(item.button, `${index}-${at}`)
      const block: KnownBlock = { type: 'section', text: plain(line, LIMIT.section), accessory }
      units.push({ kind: 'item', block, line, list: index })
    } else lines.push(line)
  }
  flush()
  return units
}

/** Slack's own table where it takes one, else a line a row. */
const tableUnits = (columns: string[], rows: string[][], native: boolean): Unit[] => {
  const lines = [columns, ...rows]
  const length = lines.flat().reduce((sum, cell) => sum + lengthOf(cell), 0)
  const small = lines.length <= LIMIT.tableRows && columns.length <= LIMIT.tableColumns
  if (!native || !small || columns.length === 0 || length > LIMIT.tableText)
    return sections(lines.map((row) => row.join(' ｜ ')).join('\n'), lines.length)
  const cell = (value = '') => ({ type: 'raw_text' as const, text: cut(value, LIMIT.field) })
  return [
    text(
      {
        type: 'table',
        rows: lines.map((row) => columns.map((_, at) => cell(row[at]))),
        column_settings: columns.map(() => ({ is_wrapped: true })),
      },
      rows.length,
    ),
  ]
}

const selectUnits = (part: Extract<ChatPart, { part: 'select' }>, index: number): Unit[] => {
  const offered = choicesOf(part.choices)
  if (!offered) return sections(`${part.label}\n${WORDS.noChoices}`)
  return [
    {
      kind: 'row',
      block: {
        type: 'section',
        block_id: `${encodePress(part.press)}#${index}`,
        text: plain(part.label, LIMIT.section),
        accessory: { type: 'static_select', action_id: `choose:${part.option}`, ...offered },
      },
    },
  ]
}

const option = ({ value, label, detail }: Choice) => ({
  text: plain(label, LIMIT.option),
  value,
  description: detail === undefined ? undefined : plain(detail, LIMIT.option),
})

/** Up to 100 choices as they are, more in groups of 100. Undefined where nothing can be chosen. */
export const choicesOf = (choices: Choice[]) => {
  const options = choices.filter(({ value }) => value !== '' && value.length <= LIMIT.option).map(option)
  if (options.length === 0) return undefined
  if (options.length <= LIMIT.options) return { options }
  const groups = chunked(options, LIMIT.options).slice(0, LIMIT.optionGroups)
  return {
    option_groups: groups.map((group, at) => ({
      label: plain(`${at * LIMIT.options + 1}–${at * LIMIT.options + group.length}`, LIMIT.option),
      options: group,
    })),
  }
}

const renderButton = ({ label, press, style, confirm }: Button, place: string): SlackButton => ({
  type: 'button',
  action_id: `press:${place}`,
  text: plain(label, LIMIT.button),
  value: encodePress(press),
  style,
  confirm: confirm && {
    title: plain(label, LIMIT.confirmTitle),
    text: plain(confirm.question, LIMIT.confirmText),
    confirm: plain(confirm.yes, LIMIT.confirmButton),
    deny: plain(confirm.no, LIMIT.confirmButton),
  },
})

const chunked = <T>(items: readonly T[], size: number): T[][] => {
  const chunks: T[][] = []
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size))
  return chunks
}
