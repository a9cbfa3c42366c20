export type Body = Record<string, unknown>

export type Text = { type: string; text: string; emoji?: boolean }
export type Option = { value: string; text: Text; description?: Text }
export type Element = Body & {
  type: string
  action_id?: string
  value?: string
  text?: Text
  placeholder?: Text
  confirm?: { title: Text; text: Text; confirm: Text; deny: Text }
  options?: Option[]
  option_groups?: { label: Text; options: Option[] }[]
  max_length?: number
  initial_value?: string
  initial_option?: Option
  initial_options?: Option[]
  initial_date?: string
}
export type Block = Body & {
  type: string
  block_id?: string
  text?: Text
  fields?: Text[]
  elements?: (Element & Text)[]
  accessory?: Element
  element?: Element
  label?: Text
  hint?: Text
  rows?: { type: string; text: string }[][]
}

export type SlackMessage = {
  ts: string
  team: string
  channel: string
  user: string
  text: string
  blocks: Block[]
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  /** Set on ephemeral answers: who sees it. */
  onlyFor?: string
  /** How often its content was replaced. */
  changes: number
}

export type SlackView = Body & {
  type: 'modal' | 'home'
  id: string
  hash: string
  previous_view_id: string | null
  root_view_id: string
  callback_id: string
  private_metadata: string
  title?: Text
  submit?: Text
  blocks: Block[]
  user: string
}

/** All that a person reads in blocks, top to bottom, a line a part. */
export const visibleText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => [
      ...(block.text ? [block.text.text] : []),
      ...(block.fields ?? []).map(({ text }) => text),
      ...(block.type === 'context' ? (block.elements ?? []).map(({ text }) => text) : []),
      ...(block.rows ?? []).map((row) => row.map(({ text }) => text).join('　')),
    ])
    .join('\n')

export const elementsOf = (block: Block): Element[] => [
  ...(block.type === 'actions' ? (block.elements ?? []) : []),
  ...(block.accessory ? [block.accessory] : []),
  ...(block.element ? [block.element] : []),
]

export const optionsOf = (element: Element): Option[] =>
  element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? []
