/**
 * A document as a row of blocks, before it is a file: the same blocks become .docx, PDF and Markdown. Texts are as people
 * typed them; each writer cleans and escapes for its own format.
 */
export type Block =
  | { block: 'marks'; marks: readonly string[] }
  | { block: 'title'; lines: readonly string[] }
  | { block: 'facts'; rows: readonly FactRow[] }
  | { block: 'heading'; text: string }
  | { block: 'items'; items: readonly ItemRow[] }
  | { block: 'lines'; label?: string; lines: readonly string[] }
  | { block: 'table'; columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }
  | { block: 'note'; text: string }

/** 日　時 and what it is: a line each. */
export type FactRow = { label: string; lines: readonly string[] }

/** An item of an agenda or of minutes: one line with its time and who presents it, and what is written below. */
export type ItemRow = {
  number: string
  text: string
  /** Its papers: 【資料1】, each whole. */
  tags: readonly string[]
  clock: string
  duration: string
  who: string
  /** Several texts under one label are told apart by a dot each. */
  paragraphs: readonly { label: string; texts: readonly string[] }[]
}

/** Every item of a document: their times and presenters stand in the same columns, whatever section they are in. */
export const itemsOf = (blocks: readonly Block[]): ItemRow[] =>
  blocks.flatMap((block) => (block.block === 'items' ? block.items : []))

/** `share`: of the table's width; the shares of a table add up to 1. */
export type TableColumn = { label: string; share: number }

/** What a file says about itself, and what stands at the foot of each page. */
export type Sheet = {
  language: 'ja' | 'en'
  title: string
  issuedAt: Temporal.ZonedDateTime
  /** Between the page's number and how many there are. */
  pageBetween: string
  blocks: readonly Block[]
}
