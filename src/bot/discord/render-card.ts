import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js'
import type { Button, Card, Part } from '../card.ts'
import { customId } from './custom-id.ts'
import { cut, escaped, LIMIT } from './limits.ts'

/** One line of a card before Discord's limits are applied: text, perhaps with a button, or something else. */
type Line =
  | { line: 'text'; text: string; button?: Button }
  | { line: 'divider' }
  | { line: 'buttons'; buttons: Button[] }
  | { line: 'select'; part: Extract<Part, { part: 'select' }> }

/**
 * A card as one container of Components V2. `tag` is a number that the API gives back with the message, by which a
 * delivery is found again. Texts that do not fit are cut at the end; buttons beyond the number of components become
 * plain lines.
 */
export const renderCard = (card: Card, guild: string, tag?: number): ContainerBuilder => {
  const container = new ContainerBuilder()
  if (tag !== undefined) container.setId(tag)
  const room = { components: LIMIT.components - 1, text: LIMIT.text, unique: 0 }
  let texts: string[] = []
  const flush = () => {
    if (texts.length === 0) return
    const text = take(room, texts.join('\n'))
    if (text !== '' && room.components > 0) {
      container.addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
      room.components -= 1
    }
    texts = []
  }
  for (const line of card.parts.flatMap(linesOf)) {
    const needs = COMPONENTS[line.line] + ('button' in line && line.button ? 2 : 0)
    const fits = room.components > needs + 1
    if (line.line === 'text' && !(line.button && fits)) texts.push(line.text)
    else if (fits) {
      flush()
      add(container, line, guild, room)
    }
  }
  flush()
  return container
}

/** How many components each kind takes, with what it holds. A row of buttons is counted with its most. */
const COMPONENTS = { text: 1, divider: 1, buttons: 1 + LIMIT.buttonsPerRow, select: 3 } as const

type Room = { components: number; text: number; unique: number }

const take = (room: Room, text: string): string => {
  const kept = room.text <= 1 ? '' : cut(text, room.text)
  room.text -= kept.length
  return kept
}

const add = (container: ContainerBuilder, line: Line, guild: string, room: Room): void => {
  switch (line.line) {
    case 'text': {
      const text = take(room, line.text)
      if (!line.button || text === '') return
      const section = new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
        .setButtonAccessory(renderButton(line.button, guild, room))
      container.addSectionComponents(section)
      room.components -= 3
      return
    }
    case 'divider':
      container.addSeparatorComponents(new SeparatorBuilder())
      room.components -= 1
      return
    case 'buttons': {
      const buttons = line.buttons.slice(0, LIMIT.buttonsPerRow)
      const row = new ActionRowBuilder<ButtonBuilder>()
      row.addComponents(buttons.map((button) => renderButton(button, guild, room)))
      container.addActionRowComponents(row)
      room.components -= 1 + buttons.length
      return
    }
    case 'select': {
      const { label, press, option, choices } = line.part
      const select = new StringSelectMenuBuilder()
        .setCustomId(customId(guild, press, `choose:${option}`))
        .setPlaceholder(cut(label, LIMIT.placeholder))
        .addOptions(
          choices.slice(0, LIMIT.options).map((choice) => ({
            value: choice.value,
            label: cut(choice.label, LIMIT.option),
            ...(choice.detail === undefined ? {} : { description: cut(choice.detail, LIMIT.option) }),
          })),
        )
      container.addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select))
      room.components -= 2
      return
    }
    default:
      return line satisfies never
  }
}

const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const

const renderButton = ({ label, press, style }: Button, guild: string, room: Room): ButtonBuilder => {
  room.unique += 1
  return new ButtonBuilder()
    .setCustomId(customId(guild, press, room.unique))
    .setLabel(cut(label, LIMIT.button))
    .setStyle(style === undefined ? ButtonStyle.Secondary : STYLES[style])
}

const linesOf = (part: Part): Line[] => {
  switch (part.part) {
    case 'heading':
      return [text(`## ${escaped(part.text)}`)]
    case 'text':
      return [text(escaped(part.text))]
    case 'fields':
      return part.fields.map(({ label, value }) => text(`**${escaped(label)}**\n${escaped(value)}`))
    case 'list':
      return part.items.map(({ text: line, detail, button }, index) => {
        const mark = part.ordered ? `${index + 1}\\. ` : '・'
        const small = detail === undefined ? '' : `\n${escaped(detail).replaceAll(/^/gm, '-# ')}`
        return { line: 'text', text: `${mark}${escaped(line)}${small}`, ...(button ? { button } : {}) }
      })
    case 'table':
      return [part.columns, ...part.rows].map((row) => text(row.map(escaped).join(' ｜ ')))
    case 'divider':
      return [{ line: 'divider' }]
    case 'buttons':
      return chunked(part.buttons, LIMIT.buttonsPerRow).map((buttons) => ({ line: 'buttons', buttons }))
    case 'select':
      return [text(escaped(part.label)), { line: 'select', part }]
    case 'note':
      return [text(escaped(part.text).replaceAll(/^/gm, '-# '))]
    default:
      return part satisfies never
  }
}

const text = (line: string): Line => ({ line: 'text', text: line })

const chunked = <T>(items: readonly T[], size: number): T[][] => {
  const chunks: T[][] = []
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size))
  return chunks
}
