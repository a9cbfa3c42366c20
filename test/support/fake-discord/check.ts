import { type Body, COMPONENTS_V2, type Component, inside, type SentFile, TYPE } from './shapes.ts'

type Fault = string | undefined

const first = (...checks: (() => Fault)[]): Fault => {
  for (const check of checks) {
    const fault = check()
    if (fault) return fault
  }
  return undefined
}

const text = (value: unknown, what: string, most: number, least = 1): Fault => {
  const length = String(value ?? '').length
  return length < least || length > most
    ? `${what}: ${length} characters, ${least} to ${most} allowed`
    : undefined
}

/** Discord's checks of a message of Components V2, as far as ours can offend them; undefined when all is well. */
/** A message that carries files: up to ten, 10 MB each; of a name only these characters stay. */
const filesFault = (body: Body): Fault => {
  const files = body.files as SentFile[]
  if (files.length > 10) return `${files.length} files`
  if (body.components || (Number(body.flags ?? 0) & COMPONENTS_V2) !== 0) return 'files beside components'
  const bad = files.find(({ name, bytes }) => !/^[\w.-]+$/.test(name) || bytes.length > 10 * 1024 * 1024)
  return bad && `file ${bad.name} of ${bad.bytes.length} bytes`
}

export const messageFault = (body: Body): Fault => {
  if (body.files) return filesFault(body)
  const components = (body.components ?? []) as Component[]
  if ((Number(body.flags ?? 0) & COMPONENTS_V2) === 0) return 'flags: not a message of Components V2'
  if (body.content || body.embeds) return 'content and embeds cannot be used with Components V2'
  const parse = (body.allowed_mentions as { parse?: unknown[] } | undefined)?.parse
  if (parse === undefined || parse.length > 0) return 'allowed_mentions: this bot mentions nobody'
  const all = inside(components)
  const written = all.reduce(
    (sum, { type, content }) => sum + (type === TYPE.text ? String(content).length : 0),
    0,
  )
  return first(
    () => (all.length === 0 || all.length > 40 ? `${all.length} components` : undefined),
    () => (written > 4_000 ? `${written} characters of text` : undefined),
    () => (body.nonce === undefined ? undefined : text(body.nonce, 'nonce', 25)),
    () => numbersFault(all),
    () => customIdsFault(all),
    ...all.map((one) => () => componentFault(one)),
  )
}

const numbersFault = (all: readonly Component[]): Fault => {
  const ids = all.flatMap(({ id }) => (id === undefined ? [] : [id]))
  if (ids.some((id) => !Number.isInteger(id) || id < 1 || id > 2_147_483_647))
    return `component ids ${ids.join()}`
  return new Set(ids).size === ids.length ? undefined : 'component ids repeated'
}

const customIdsFault = (all: readonly Component[]): Fault => {
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]))
  return new Set(ids).size === ids.length
    ? first(...ids.map((id) => () => text(id, 'custom_id', 100)))
    : `custom_id repeated: ${ids.join(' ')}`
}

const inContainer = new Set<number>([TYPE.row, TYPE.section, TYPE.text, TYPE.separator])

const componentFault = (one: Component): Fault => {
  const held = one.components ?? []
  switch (one.type) {
    case TYPE.container:
      return held.length > 0 && held.every(({ type }) => inContainer.has(type)) ? undefined : 'container'
    case TYPE.section:
      return held.length >= 1 && held.length <= 3 && one.accessory?.type === TYPE.button
        ? undefined
        : 'section'
    case TYPE.row: {
      const buttons = held.every(({ type }) => type === TYPE.button) && held.length >= 1 && held.length <= 5
      const select = held.length === 1 && held[0]?.type === TYPE.select
      return buttons || select ? undefined : 'action row'
    }
    case TYPE.text:
      return String(one.content).trim() === '' ? 'text display: empty' : undefined
    case TYPE.button:
      return one.custom_id ? text(one.label, 'button label', 80) : 'button: custom_id'
    case TYPE.select:
      return selectFault(one)
    case TYPE.separator:
      return undefined
    default:
      return `a component of type ${one.type} does not belong in a message`
  }
}

const selectFault = (one: Component): Fault => {
  const options = (one.options ?? []) as Body[]
  const values = options.map(({ value }) => value)
  return first(
    () => (options.length < 1 || options.length > 25 ? `${options.length} options` : undefined),
    () => (new Set(values).size === values.length ? undefined : 'option values repeated'),
    () => (one.placeholder === undefined ? undefined : text(one.placeholder, 'placeholder', 150)),
    () => (Number(one.max_values ?? 1) > options.length ? 'max_values' : undefined),
    () =>
      options.filter((option) => option.default).length > Number(one.max_values ?? 1)
        ? 'defaults'
        : undefined,
    ...options.flatMap((option) => [
      () => text(option.label, 'option label', 100),
      () => text(option.value, 'option value', 100),
      () =>
        option.description === undefined ? undefined : text(option.description, 'option description', 100),
    ]),
  )
}

export const modalFault = (data: Body): Fault => {
  const components = (data.components ?? []) as Component[]
  return first(
    () => text(data.title, 'modal title', 45),
    () => text(data.custom_id, 'modal custom_id', 100),
    () =>
      components.length < 1 || components.length > 5 ? `${components.length} modal components` : undefined,
    () => customIdsFault(inside(components)),
    ...components.map((one) => () => modalPartFault(one)),
  )
}

const modalPartFault = (one: Component): Fault => {
  if (one.type === TYPE.text) return text(one.content, 'modal text', 4_000)
  const input = one.component
  if (one.type !== TYPE.label || !input) return `a component of type ${one.type} does not belong in a modal`
  return first(
    () => text(one.label, 'label', 45),
    () => (one.description === undefined ? undefined : text(one.description, 'label description', 100)),
    () => (input.custom_id ? undefined : 'input: custom_id'),
    () =>
      input.type === TYPE.input
        ? inputFault(input)
        : input.type === TYPE.select
          ? selectFault(input)
          : 'input: type',
  )
}

const inputFault = (input: Component): Fault => {
  const most = Number(input.max_length ?? 4_000)
  return first(
    () => (most < 1 || most > 4_000 ? 'max_length' : undefined),
    () => (input.value === undefined ? undefined : text(input.value, 'value', most)),
    () => (input.placeholder === undefined ? undefined : text(input.placeholder, 'placeholder', 100)),
  )
}

export const choicesFault = (choices: readonly Body[]): Fault =>
  choices.length > 25
    ? `${choices.length} choices`
    : first(
        ...choices.flatMap(({ name, value }) => [
          () => text(name, 'choice', 100),
          () => text(value, 'choice value', 100),
        ]),
      )

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const LONGEST = 8_000

/** A whole registration, as it is put in place of the one before. */
export const commandsFault = (commands: readonly Body[]): Fault =>
  first(
    () => (slash(commands).length > 100 ? 'more than 100 slash commands' : undefined),
    () => (onMessages(commands).length > 15 ? 'more than 15 message commands' : undefined),
    () => listFault(slash(commands)),
    ...slash(commands).map((one) => () => sizeFault(one)),
    ...onMessages(commands).map((one) => () => messageCommandFault(one)),
  )

const onMessages = (commands: readonly Body[]) => commands.filter(({ type }) => type === 3)
const slash = (commands: readonly Body[]) => commands.filter(({ type }) => type !== 3)

/** Its name is free text, and it is told nothing more. */
const messageCommandFault = ({ name, name_localizations, description, options }: Body): Fault =>
  first(
    () => text(name, 'name', 32),
    ...Object.values(name_localizations ?? {}).map((words) => () => text(words, 'name', 32)),
    () => (description || options ? 'a message command has neither description nor options' : undefined),
  )

const sizeFault = (command: Body): Fault =>
  JSON.stringify(command).length > LONGEST * 2 ? `${command.name} is too long` : undefined

const listFault = (list: readonly Body[]): Fault => {
  if (list.length > 25 && list.every(({ type }) => type !== undefined)) return 'more than 25 options'
  const names = list.map(({ name }) => name)
  if (new Set(names).size !== names.length) return 'names repeated'
  const required = list.map((one) => Number(one.required ?? false))
  if (required.some((one, at) => one > (required[at - 1] ?? 1))) return 'required options come first'
  return first(...list.map((one) => () => commandFault(one)))
}

const commandFault = (one: Body): Fault => {
  const localised = Object.values((one.name_localizations ?? {}) as Record<string, string>)
  const described = Object.values((one.description_localizations ?? {}) as Record<string, string>)
  const choices = (one.choices ?? []) as Body[]
  return first(
    ...[String(one.name), ...localised].map(
      (name) => () => (NAME.test(name) && name === name.toLowerCase() ? undefined : `name ${name}`),
    ),
    ...[one.description, ...described].map((words) => () => text(words, `description of ${one.name}`, 100)),
    () => choicesFault(choices),
    () => (one.autocomplete && choices.length > 0 ? 'autocomplete beside choices' : undefined),
    () => listFault((one.options ?? []) as Body[]),
  )
}
