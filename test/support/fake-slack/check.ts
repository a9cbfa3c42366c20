import {
  type Block,
  type Body,
  type Element,
  elementsOf,
  type Option,
  optionsOf,
  type Text,
} from './shapes.ts'

const KNOWN = new Set(['header', 'section', 'divider', 'actions', 'context', 'input', 'table'])
const ELEMENTS: Record<string, string[]> = {
  section: ['button', 'static_select'],
  actions: ['button', 'static_select', 'datepicker'],
  input: ['plain_text_input', 'static_select', 'multi_static_select', 'datepicker'],
}
/** Where Slack was seen to refuse: slackapi/bolt-js#2509 and #2867. */
const MESSAGE_TEXT = 11_300

/** Slack may count these as it stores them. */
const lengthOf = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').length

class Fault extends Error {}
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Fault(what)
}

const checkText = (text: Text | undefined, limit: number, what: string, plainOnly = true): void => {
  if (text === undefined) return
  must(text.type === 'plain_text' || (!plainOnly && text.type === 'mrkdwn'), `${what}: text type`)
  must(typeof text.text === 'string' && text.text.length > 0, `${what}: must be more than 0 characters`)
  must(lengthOf(text.text) <= limit, `${what}: must be less than ${limit + 1} characters`)
}

const checkId = (id: unknown, what: string): void =>
  must(id === undefined || (typeof id === 'string' && id.length > 0 && id.length <= 255), `${what}: id`)

const checkOption = (option: Option): void => {
  checkText(option.text, 75, 'option text')
  checkText(option.description, 75, 'option description')
  must(option.value.length > 0 && option.value.length <= 75, 'option value')
}

const checkSelect = (element: Element): void => {
  const { options, option_groups: groups } = element
  must((options === undefined) !== (groups === undefined), 'either options or option_groups')
  if (options) must(options.length > 0 && options.length <= 100, 'options: 1 to 100')
  if (groups) must(groups.length > 0 && groups.length <= 100, 'option_groups: 1 to 100')
  for (const { label, options: own } of groups ?? []) {
    checkText(label, 75, 'group label')
    must(own.length > 0 && own.length <= 100, 'group options: 1 to 100')
  }
  optionsOf(element).forEach(checkOption)
  const initial = [
    ...(element.initial_options ?? []),
    ...(element.initial_option ? [element.initial_option] : []),
  ]
  const offered = optionsOf(element).map((option) => JSON.stringify(option))
  for (const one of initial) must(offered.includes(JSON.stringify(one)), 'initial option is not offered')
}

const checkElement = (element: Element, block: string): void => {
  must(ELEMENTS[block]?.includes(element.type) === true, `${element.type} in ${block}`)
  checkId(element.action_id, 'action_id')
  checkText(element.placeholder, 150, 'placeholder')
  if (element.type === 'button') {
    must(element.text !== undefined, 'button without text')
    checkText(element.text, 75, 'button text')
    must((element.value ?? '').length <= 2000, 'button value')
    checkText(element.confirm?.title, 100, 'confirm title')
    checkText(element.confirm?.text, 300, 'confirm text')
    checkText(element.confirm?.confirm, 30, 'confirm button')
    checkText(element.confirm?.deny, 30, 'confirm button')
  } else if (element.type === 'plain_text_input') {
    const most = element.max_length ?? 3000
    must(most >= 1 && most <= 3000, 'max_length: 1 to 3000')
    must((element.initial_value ?? '').length <= most, 'initial_value over max_length')
  } else if (element.type === 'datepicker') {
    const date = element.initial_date
    must(date === undefined || new Date(`${date}T00:00:00Z`).toISOString().startsWith(date), 'initial_date')
  } else checkSelect(element)
}

const checkTable = ({ rows = [] }: Block): void => {
  must(rows.length > 0 && rows.length <= 100, 'table rows: 1 to 100')
  for (const row of rows) {
    must(row.length > 0 && row.length <= 20, 'table cells: 1 to 20')
    for (const cell of row) must(cell.type === 'raw_text' && cell.text.length > 0, 'table cell')
  }
}

const checkBlock = (block: Block, surface: 'message' | 'view'): void => {
  must(KNOWN.has(block.type), `unsupported type: ${block.type}`)
  must(block.type !== 'table' || surface === 'message', 'table in a view')
  must(block.type !== 'input' || surface === 'view', 'input in a message')
  checkId(block.block_id, 'block_id')
  if (block.type === 'header') checkText(block.text, 150, 'header')
  if (block.type === 'section') {
    must(block.text !== undefined || (block.fields?.length ?? 0) > 0, 'section without text or fields')
    checkText(block.text, 3000, 'section', false)
    must((block.fields?.length ?? 0) <= 10, 'fields: at most 10')
    for (const field of block.fields ?? []) checkText(field, 2000, 'field', false)
  }
  if (block.type === 'context') {
    const elements = block.elements ?? []
    must(elements.length > 0 && elements.length <= 10, 'context elements: 1 to 10')
    for (const element of elements) checkText(element, 2000, 'context', false)
  }
  if (block.type === 'actions')
    must((block.elements?.length ?? 0) > 0 && (block.elements?.length ?? 0) <= 25, 'actions: 1 to 25')
  if (block.type === 'input') {
    must(block.label !== undefined && block.element !== undefined, 'input without label or element')
    checkText(block.label, 2000, 'label')
    checkText(block.hint, 2000, 'hint')
  }
  if (block.type === 'table') checkTable(block)
  const elements = elementsOf(block)
  for (const element of elements) checkElement(element, block.type)
  must(distinct(elements.map(({ action_id }) => action_id)), 'duplicate action_id')
}

const distinct = (ids: (string | undefined)[]): boolean => {
  const given = ids.filter((id) => id !== undefined)
  return new Set(given).size === given.length
}

const textIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? lengthOf(one) : textIn(one)),
    0,
  )
}

type Refused = { error: string; detail: string }
const refusedBy = (check: () => void, error: string): Refused | undefined => {
  try {
    check()
    return undefined
  } catch (fault) {
    if (fault instanceof Fault) return { error, detail: fault.message }
    throw fault
  }
}

const checkBlocks = (blocks: unknown, surface: 'message' | 'view', most: number): void => {
  must(Array.isArray(blocks) && blocks.length > 0, 'blocks: an array, not empty')
  const all = blocks as Block[]
  must(all.length <= most, `no more than ${most} items allowed`)
  for (const block of all) checkBlock(block, surface)
  must(distinct(all.map(({ block_id }) => block_id)), 'duplicate block_id')
  must(all.filter(({ type }) => type === 'table').length <= 1, 'only_one_table_allowed')
}

/** Why Slack would not take a message's blocks; undefined when it would. */
export const messageFault = (blocks: unknown): Refused | undefined =>
  refusedBy(() => checkBlocks(blocks, 'message', 50), 'invalid_blocks') ??
  (textIn(blocks) > MESSAGE_TEXT ? { error: 'msg_blocks_too_long', detail: `${textIn(blocks)}` } : undefined)

/** Why Slack would not take a view. */
export const viewFault = (view: Body): Refused | undefined =>
  refusedBy(() => {
    const { type, title, submit, close } = view as {
      type?: string
      title?: Text
      submit?: Text
      close?: Text
    }
    must(type === 'modal' || type === 'home', 'view type')
    if (type === 'modal') {
      must(title !== undefined, 'title')
      for (const text of [title, submit, close]) checkText(text, 24, 'title, submit, close')
    } else must(title === undefined && submit === undefined && close === undefined, 'a home tab has no title')
    must(String(view.private_metadata ?? '').length <= 3000, 'private_metadata')
    must(String(view.callback_id ?? '').length <= 255, 'callback_id')
    checkBlocks(view.blocks, 'view', 100)
    const inputs = (view.blocks as Block[]).some(({ type: kind }) => kind === 'input')
    must(!inputs || submit !== undefined, 'submit is required with inputs')
    must(!inputs || type === 'modal', 'inputs in a home tab')
  }, 'invalid_arguments')
