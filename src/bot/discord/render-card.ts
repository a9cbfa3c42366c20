import type {
  APIButtonComponentWithCustomId,
  APIContainerComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { type Button, type Card, type ChatPart, type Choice, inChat, type ListItem } from '../card.ts'
import type { Press } from '../press.ts'
import { CONFIRMED, customIds, NOT_CONFIRMED } from './custom-id.ts'
import { cutEscaped, escapeText } from './escape.ts'
import { type Block, fitCard } from './fit-card.ts'
import { cut, LIMIT, oneLine } from './limits.ts'
import type { Mark } from './mark.ts'
import { renderTable } from './render-table.ts'
import type { Words } from './words.ts'

export type CardContext = {
  words: Words
  /** The guild that presses count for: direct messages belong to none. */
  guild?: string | undefined
  mark?: Mark | undefined
}

type Ids = ReturnType<typeof customIds>

/** A card as one container of Components V2, within Discord's limits whatever it holds. */
export const renderCard = (card: Card, { words, guild, mark }: CardContext): APIContainerComponent => {
  const ids = customIds(guild)
  const blocks = card.parts.flatMap((part, at) => renderPart(inChat(part), at, ids, words))
  const components = fitCard(blocks, words)
  const [first] = components
  if (mark && first) first.id = mark.first
  return { type: ComponentType.Container, components, id: mark?.container }
}

const renderPart = (part: ChatPart, group: number, ids: Ids, words: Words): Block[] => {
  const said = (content: string, items = 0): Block[] =>
    content.trim() === '' ? [] : [{ kind: 'text', content, group, items }]
  switch (part.part) {
    case 'heading':
      return said(`### ${cutEscaped(escapeText(oneLine(part.text, LIMIT.heading)), LIMIT.heading)}`)
    case 'text':
      return said(escapeText(part.text.trim()))
    case 'fields':
      return part.fields.flatMap(({ label, value }) => said(fieldLine(label, value), 1))
    case 'list':
      return part.items.flatMap((item, at) => listItem(item, part.ordered ? at + 1 : undefined, group, ids))
    case 'table':
      return tableBlocks(part.columns, part.rows, group, words)
    case 'divider':
      return [{ kind: 'divider' }]
    case 'buttons':
      return buttonRows(part.buttons, ids)
    case 'select':
      return selectBlocks(part, said, ids, words)
    case 'note':
      return said(small(part.text))
    default:
      return part satisfies never
  }
}

const fieldLine = (label: string, value: string): string =>
  `**${escapeText(oneLine(label, LIMIT.heading))}**: ${escapeText(value.trim())}`

/** Every line of it in Discord's small print. */
const small = (text: string): string =>
  escapeText(text.trim())
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `-# ${line}`)
    .join('\n')

const listItem = (item: ListItem, number: number | undefined, group: number, ids: Ids): Block[] => {
  const sign = number === undefined ? '・' : `${number}\\. `
  const detail = item.detail === undefined ? '' : small(item.detail)
  const content = `${sign}${escapeText(item.text.trim())}${detail === '' ? '' : `\n${detail}`}`
  const { button } = item
  if (!button) return [{ kind: 'text', content, group, items: 1 }]
  if (button.confirm) return [{ kind: 'text', content, group, items: 1 }, ...buttonRows([button], ids)]
  const rendered = renderButton(button, ids)
  if (!rendered) return [{ kind: 'text', content, group, items: 1 }]
  return [{ kind: 'section', content, button: rendered, items: 1 }]
}

const tableBlocks = (columns: string[], rows: string[][], group: number, words: Words): Block[] => {
  const table = renderTable(columns, rows)
  if (table.kind === 'lines')
    return table.lines.map((line) => ({ kind: 'text', content: `・${escapeText(line)}`, group, items: 1 }))
  const left = table.left === 0 ? '' : `\n-# ${words.left(table.left)}`
  const items = rows.length - table.left
  return [{ kind: 'text', content: `${table.text}${left}`, group, items, whole: true }]
}

const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const

const renderButton = (
  { label, press, style }: Button,
  ids: Ids,
): APIButtonComponentWithCustomId | undefined => {
  const custom_id = ids({ press })
  return custom_id === undefined
    ? undefined
    : {
        type: ComponentType.Button,
        style: style === undefined ? ButtonStyle.Secondary : STYLES[style],
        label: oneLine(label, LIMIT.button),
        custom_id,
      }
}

/** Plain buttons share rows; one that must be confirmed is a list of two, since Discord's buttons cannot ask back. */
const buttonRows = (buttons: Button[], ids: Ids): Block[] => {
  const rows: Block[] = []
  let row: APIButtonComponentWithCustomId[] = []
  const flush = () => {
    if (row.length > 0) rows.push({ kind: 'row', components: row })
    row = []
  }
  for (const button of buttons) {
    if (button.confirm) {
      const select = confirmSelect(button.label, button.press, button.confirm, ids)
      flush()
      if (select) rows.push({ kind: 'row', components: [select] })
      continue
    }
    const rendered = renderButton(button, ids)
    if (rendered) row.push(rendered)
    if (row.length === LIMIT.buttonsPerRow) flush()
  }
  flush()
  return rows
}

const confirmSelect = (
  label: string,
  press: Press,
  { question, yes, no }: NonNullable<Button['confirm']>,
  ids: Ids,
): APIStringSelectComponent | undefined => {
  const custom_id = ids({ press, confirms: true })
  return custom_id === undefined
    ? undefined
    : {
        type: ComponentType.StringSelect,
        custom_id,
        placeholder: oneLine(label, LIMIT.placeholder),
        options: [
          {
            value: CONFIRMED,
            label: oneLine(yes, LIMIT.option),
            description: oneLine(question, LIMIT.option),
          },
          { value: NOT_CONFIRMED, label: oneLine(no, LIMIT.option) },
        ],
      }
}

const selectBlocks = (
  { label, press, option, choices }: Extract<ChatPart, { part: 'select' }>,
  said: (content: string) => Block[],
  ids: Ids,
  words: Words,
): Block[] => {
  const { options, left } = selectOptions(choices)
  const above = said(escapeText(label.trim()))
  const custom_id = options.length === 0 ? undefined : ids({ press, option })
  if (custom_id === undefined) return above
  const placeholder = oneLine(label === '' ? words.choose : label, LIMIT.placeholder)
  return [
    ...above,
    ...said(left > 0 ? `-# ${words.choicesLeft(left)}` : ''),
    { kind: 'row', components: [{ type: ComponentType.StringSelect, custom_id, placeholder, options }] },
  ]
}

/** At most 25, each value once; a value that Discord cannot carry is left out. */
export const selectOptions = (choices: readonly Choice[]) => {
  const usable = [...new Map(choices.map((choice) => [choice.value, choice])).values()].filter(
    ({ value }) => value !== '' && value.length <= LIMIT.option,
  )
  const options = usable.slice(0, LIMIT.options).map(({ value, label, detail }) => ({
    value,
    label: oneLine(label, LIMIT.option),
    description: detail?.trim() ? cut(detail, LIMIT.option) : undefined,
  }))
  return { options, left: choices.length - options.length }
}
