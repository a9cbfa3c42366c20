import { html } from 'htm/preact'
import { useId } from 'preact/hooks'
import { type Card as CardShape, type ChatPart, inChat, type ListItem } from '../../card.ts'
import { Icon } from './icons.ts'
import { PressButton, PressSelect } from './view-press.ts'
import { words } from './words.ts'

export type Where = { message?: string; answer?: string }

/** A card with every part it may have. All texts are plain text; line breaks are kept by the style. */
export const Card = ({ card, where }: { card: CardShape; where: Where }) => html`
  <div class="card" data-tag=${card.tag}>
    ${card.parts.map((part, index) => html`<${CardPart} key=${index} part=${inChat(part)} where=${where} />`)}
  </div>
`

const CardPart = ({ part, where }: { part: ChatPart; where: Where }) => {
  switch (part.part) {
    case 'heading':
      return html`<h3 class="card-heading">${part.text}</h3>`
    case 'text':
      return html`<p class="card-text">${part.text}</p>`
    case 'note':
      return html`<p class="card-note">${part.text}</p>`
    case 'divider':
      return html`<hr class="card-divider" />`
    case 'fields':
      return html`
        <dl class="card-fields">
          ${part.fields.map(
            ({ label, value }, index) => html`<div key=${index}><dt>${label}</dt><dd>${value}</dd></div>`,
          )}
        </dl>
      `
    case 'list':
      return html`<${List} items=${part.items} isOrdered=${part.ordered === true} where=${where} />`
    case 'table':
      return html`<${Table} columns=${part.columns} rows=${part.rows} />`
    case 'buttons':
      return html`
        <div class="card-buttons">
          ${part.buttons.map(
            (button, index) => html`<${PressButton} key=${index} button=${button} where=${where} />`,
          )}
        </div>
      `
    case 'select':
      return html`<${PressSelect} part=${part} where=${where} />`
    default:
      return part satisfies never
  }
}

const List = ({ items, isOrdered, where }: { items: ListItem[]; isOrdered: boolean; where: Where }) => {
  const lines = items.map(
    (item, index) => html`
      <li key=${index} class="card-item">
        <div class="card-item-body">
          <span class="card-item-text">${item.text}</span>
          ${item.detail === undefined ? null : html`<span class="card-item-detail">${item.detail}</span>`}
        </div>
        ${item.button === undefined ? null : html`<${PressButton} button=${item.button} about=${item.text} where=${where} isSmall />`}
      </li>
    `,
  )
  return isOrdered
    ? html`<ol class="card-list is-ordered">${lines}</ol>`
    : html`<ul class="card-list">${lines}</ul>`
}

const Table = ({ columns, rows }: { columns: string[]; rows: string[][] }) => html`
  <div class="card-table" role="region" tabindex="0" aria-label=${`${words.value.message.tableLabel} ${columns[0] ?? ''}`}>
    <table>
      <thead>
        <tr>${columns.map((column, index) => html`<th key=${index} scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, index) =>
            html`<tr key=${index}>${row.map((cell, place) => html`<td key=${place}>${cell}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>
`

/** The frame of an answer that nobody else sees. */
export const OnlyYou = ({ children, dismiss }: { children: unknown; dismiss: () => void }) => {
  const label = useId()
  return html`
    <div class="only-you" role="group" aria-labelledby=${label}>
      <header class="only-you-head">
        <span id=${label} class="only-you-label"><${Icon} name="eye" />${words.value.message.onlyYou}</span>
        <button type="button" class="quiet-button" onClick=${dismiss}>${words.value.message.dismiss}</button>
      </header>
      ${children}
    </div>
  `
}
