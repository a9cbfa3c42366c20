import { pino } from 'pino'
import { type DiscordOptions, startDiscord } from '../../src/bot/discord/start.ts'
import type { Platform } from '../../src/bot/port.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import type { Answer, AnswerField, Driver, DriverOptions, Seen } from './driver.ts'
import type { Act } from './fake-discord/events.ts'
import type { FakeDiscordOptions } from './fake-discord/routes.ts'
import { type Component, type DiscordMessage, inside, type Modal, TYPE } from './fake-discord/shapes.ts'
import { type FakeDiscord, GUILD, startFakeDiscord } from './fake-discord.ts'

/** A channel of the server where commands are typed when a test names none. */
const HALL = '930000000000000001'

export type DiscordDriverOptions = Omit<DriverOptions, 'channels'> &
  FakeDiscordOptions &
  Partial<Pick<DiscordOptions, 'patienceMs' | 'timeoutMs' | 'keepFormsMs' | 'log' | 'onLeft'>>

/** Plays people on Discord: the real discord.js client against Discord's gateway and REST on loopback. */
export const startDiscordDriver = async (
  options: DiscordDriverOptions,
): Promise<{ platform: Platform; driver: Driver; fake: FakeDiscord }> => {
  const fake = await startFakeDiscord(options)
  const { dispatch, commands, patienceMs, timeoutMs, keepFormsMs, onLeft } = options
  const started = await startDiscord({
    token: fake.token,
    apiUrl: fake.url,
    receives: true,
    dispatch,
    commands,
    log: options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }),
    ...(onLeft === undefined ? {} : { onLeft }),
    ...(patienceMs === undefined ? {} : { patienceMs }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(keepFormsMs === undefined ? {} : { keepFormsMs }),
  })
  if (!started.ok) throw new Error(started.reason)
  const stop = async () => {
    await started.platform.stop()
    await fake.stop()
  }
  return { platform: { ...started.platform, stop }, driver: discordDriver(fake, stop), fake }
}

/** What a person has open: a modal, and the message it was opened from. */
type Open = { modal: Modal; message: DiscordMessage | undefined; channel: string; direct: boolean }
type Values = Record<string, string | string[]>

const discordDriver = (fake: FakeDiscord, stop: () => Promise<void>): Driver => {
  const open = new Map<string, Open>()
  const known = new Map<string, DiscordMessage>()

  const see = (message: DiscordMessage): Seen => {
    known.set(message.id, message)
    return seenOf(message)
  }

  /** What appears because of an interaction: a modal, a new message, or a changed one. */
  const appears = async (act: Act): Promise<Answer> => {
    const before = new Map(fake.messages.map((message) => [message, message.components]))
    const modal = fake.modals.get(act.user)
    const id = fake.interact(act)
    return fake.until<Answer>(() => {
      const shown = fake.modals.get(act.user)
      if (shown && shown !== modal) {
        open.set(act.user, {
          modal: shown,
          message: act.message,
          channel: act.channel,
          direct: act.direct === true,
        })
        return { kind: 'form', title: shown.title, fields: fieldsOf(shown) }
      }
      const message = fake.messages.find(
        (one) =>
          before.get(one) !== one.components && (one.onlyFor === undefined || one.onlyFor === act.user),
      )
      if (message)
        return { kind: 'message', visibleTo: message.onlyFor ? 'asker' : 'channel', seen: see(message) }
      return fake.exchanges.get(id)?.callback === 6 && act.type === 3 && isRefusal(act)
        ? { kind: 'nothing' }
        : undefined
    })
  }

  const press = (user: string, control: Component, message: DiscordMessage): Promise<Answer> =>
    appears({
      type: 3,
      user,
      channel: message.channel_id,
      message,
      direct: message.channel_id === fake.directChannel(user),
      data: {
        custom_id: control.custom_id,
        component_type: control.type,
        ...(control.type === TYPE.select ? { values: ['yes'] } : {}),
      },
    })

  const submit = (user: string, { modal, message, channel, direct }: Open, values: Values): Promise<Answer> =>
    appears({
      type: 5,
      user,
      channel,
      direct,
      message,
      data: {
        custom_id: modal.custom_id,
        components: modal.components.map((one) => submitted(one, values)),
      },
    })

  /** Goes through the form's pages; where it is refused, the button that opens it again is pressed. */
  const fill = async (user: string, values: Values): Promise<Answer> => {
    const opened = open.get(user)
    if (!opened) throw new Error(`${user} has no form open`)
    open.delete(user)
    const answer = await submit(user, opened, values)
    const message = answer.kind === 'message' ? known.get(answer.seen.id) : undefined
    const onward =
      message && inside(message.components).find(({ custom_id }) => custom_id?.startsWith('form:'))
    if (!message || !onward || answer.kind !== 'message') return answer
    const reopened = await press(user, onward, message)
    if (onward.label !== catalogues.ja.discord.form.reopen) return fill(user, values)
    return reopened.kind === 'form' ? { ...reopened, general: answer.seen.text } : reopened
  }

  return {
    name: 'discord',
    workspace: GUILD,
    account: (user) => ({ platform: 'discord', workspace: GUILD, user }),
    types: (user, line, channel = HALL) =>
      appears({
        type: 2,
        user,
        channel,
        direct: channel === fake.directChannel(user),
        data: structured(line, fake.commands() as Registered[]),
      }),
    fills: fill,
    presses: (user, label, on) => {
      const message = known.get(on.id)
      const control = message && pressable(message).find((one) => labelOf(one) === label)
      if (!message || !control) throw new Error(`${user} sees no button 「${label}」`)
      return press(user, control, message)
    },
    inChannel: async (channel) =>
      fake.messages.filter((one) => one.channel_id === channel && !one.onlyFor).map(see),
    inDirect: async (user) =>
      fake.messages.filter((one) => one.channel_id === fake.directChannel(user) && !one.onlyFor).map(see),
    stop,
  }
}

const isRefusal = ({ data }: Act): boolean => Array.isArray(data.values) && data.values[0] === 'no'

/** Buttons, and the lists of two that stand for a button which asks back. */
const pressable = ({ components }: DiscordMessage): Component[] =>
  inside(components).filter(
    (one) => one.type === TYPE.button || optionsOf(one).some(({ value }) => value === 'no'),
  )

const labelOf = (one: Component): string => String(one.label ?? one.placeholder ?? '')

const seenOf = (message: DiscordMessage): Seen => ({
  id: message.id,
  text: inside(message.components)
    .filter(({ type }) => type === TYPE.text)
    .map(({ content }) => visible(String(content)))
    .join('\n'),
  buttons: pressable(message).map((one) => ({ label: labelOf(one) })),
})

/** As Discord shows it: marks that format are gone, and a backslash before a sign is not seen. */
export const visible = (text: string): string =>
  text
    .replaceAll(/^(?:### |-# )/gm, '')
    .replaceAll(/(?<!\\)\*\*/g, '')
    .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')

type SelectOption = { value: string; label: string; default?: boolean }
const optionsOf = (one: Component): SelectOption[] => (one.options ?? []) as SelectOption[]

const nameOf = ({ custom_id }: Component): string => (custom_id ?? '').replace(/^(text|one|many):/, '')

const fieldsOf = (modal: Modal): AnswerField[] =>
  modal.components.flatMap(({ label, description, component }) => {
    if (!component) return []
    const fault = /^⚠ (.*)$/.exec(String(description ?? ''))?.[1]
    const choices = optionsOf(component).map(({ value, label: words }) => ({ value, label: words }))
    return [
      {
        name: nameOf(component),
        label: String(label),
        value: held(component),
        ...(fault === undefined ? {} : { fault }),
        ...(component.type === TYPE.select ? { choices } : {}),
      },
    ]
  })

const held = (input: Component): string | string[] => {
  if (input.type !== TYPE.select) return String(input.value ?? '')
  const chosen = optionsOf(input).filter((option) => option.default)
  return input.custom_id?.startsWith('many:') ? chosen.map(({ value }) => value) : (chosen[0]?.value ?? '')
}

/** What Discord's client sends for a part of a modal. Throws on what it would not let a person submit. */
export const submitted = (part: Component, values: Values): Component => {
  const input = part.component
  if (!input) return { type: part.type, id: 1 }
  const value = [values[nameOf(input)] ?? held(input)].flat()
  const common = { type: input.type, custom_id: input.custom_id ?? '', id: 1 }
  const [first = ''] = value
  const chosen = value.filter((one) => one !== '')
  if (input.required && chosen.length === 0) throw new Error(`${nameOf(input)} must be filled in`)
  if (input.type === TYPE.input) {
    if (first.length > Number(input.max_length)) throw new Error(`${nameOf(input)} takes no more letters`)
    return { type: TYPE.label, id: 2, component: { ...common, value: first } }
  }
  const offered = new Set(optionsOf(input).map((option) => option.value))
  if (chosen.some((one) => !offered.has(one))) throw new Error(`${nameOf(input)} does not offer ${chosen}`)
  return { type: TYPE.label, id: 2, component: { ...common, values: chosen } }
}

type Registered = { name: string; name_localizations?: { ja?: string }; options?: Registered[] }

/** What Discord's client makes of a line: names are chosen, values put into the options by name or in their order. */
const structured = (line: string, commands: readonly Registered[]) => {
  const [noun = '', verb = '', ...values] = line.replace(/^\//, '').split(/\s+/)
  const called = (one: Registered, typed: string) =>
    one.name === typed || one.name_localizations?.ja === typed
  const command = commands.find((one) => called(one, noun))
  const sub = command?.options?.find((one) => called(one, verb))
  if (!command || !sub) throw new Error(`Discord knows no command ${line}`)
  const given = new Map<string, string>()
  for (const value of values) {
    const [, name, named] = /^([^=]+)=(.+)$/.exec(value) ?? []
    const option =
      name === undefined
        ? sub.options?.find((one) => !given.has(one.name))
        : sub.options?.find((one) => called(one, name))
    if (!option) throw new Error(`Discord has no place for ${value}`)
    given.set(option.name, named ?? value)
  }
  const options = [...given].map(([name, value]) => ({ name, type: 3, value }))
  return { id: '940', name: command.name, type: 1, options: [{ name: sub.name, type: 1, options }] }
}
