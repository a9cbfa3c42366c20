import { pino } from 'pino'
import { startDiscord } from '../../src/bot/discord/start.ts'
import type { Answer, AnswerField, Driver, Seen, StartDriver } from './driver.ts'
import {
  type Component,
  type DiscordMessage,
  type FakeDiscord,
  GUILD,
  inside,
  type Modal,
  startFakeDiscord,
} from './fake-discord.ts'

/** Plays people on Discord: the real discord.js client against Discord's gateway and REST on loopback. */
export const startDiscordDriver: StartDriver = async (options) => {
  const fake = await startFakeDiscord(options)
  const started = await startDiscord({
    token: fake.token,
    apiUrl: fake.url,
    dispatch: options.dispatch,
    commands: options.commands,
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  })
  if (!started.ok) throw new Error(started.reason)
  const stop = async () => {
    await started.platform.stop()
    await fake.stop()
  }
  return { platform: { ...started.platform, stop }, driver: discordDriver(fake, stop) }
}

const BUTTON = 2
const SELECT = 3
const TEXT_INPUT = 4
const TEXT = 10
const LABEL = 18

const discordDriver = (fake: FakeDiscord, stop: () => Promise<void>): Driver => {
  const open = new Map<string, Modal>()
  const known = new Map<string, DiscordMessage>()
  const home = (user: string) => fake.directChannel(user)

  const see = (message: DiscordMessage): Seen => {
    known.set(message.id, message)
    const all = inside(message.components)
    return {
      id: message.id,
      text: all
        .filter(({ type }) => type === TEXT)
        .map(({ content }) => visible(String(content)))
        .join('\n'),
      buttons: all.filter(({ type }) => type === BUTTON).map(({ label }) => ({ label: String(label) })),
    }
  }

  /** What appears because of an interaction: a modal, a new message, or a changed one. */
  const appears = async (user: string, act: () => Promise<unknown>): Promise<Answer> => {
    const before = new Map(fake.messages.map((message) => [message, message.components]))
    const modal = fake.modals.get(user)
    await act()
    for (let look = 0; look < 200; look += 1) {
      const shown = fake.modals.get(user)
      if (shown && shown !== modal) {
        open.set(user, shown)
        return { kind: 'form', title: shown.title, fields: fieldsOf(shown) }
      }
      const message = fake.messages.find(
        (one) => before.get(one) !== one.components && (one.onlyFor === undefined || one.onlyFor === user),
      )
      if (message)
        return { kind: 'message', visibleTo: message.onlyFor ? 'asker' : 'channel', seen: see(message) }
      await fake.nextChange()
    }
    throw new Error('nothing appeared')
  }
  const submit = (user: string, modal: Modal, values: Record<string, string | string[]>) =>
    appears(user, () =>
      fake.interact({
        type: 5,
        user_id: user,
        channel_id: home(user),
        data: {
          custom_id: modal.custom_id,
          components: modal.components.filter(({ type }) => type === LABEL).map((one) => filled(one, values)),
        },
      }),
    )
  const press = (user: string, label: string, message: DiscordMessage) => {
    const button = inside(message.components).find((one) => one.type === BUTTON && one['label'] === label)
    if (!button) throw new Error(`${user} sees no button 「${label}」`)
    const direct = message.channel_id === home(user)
    return appears(user, () =>
      fake.interact({
        type: 3,
        user_id: user,
        channel_id: message.channel_id,
        message_id: message.id,
        direct,
        data: { custom_id: button.custom_id, component_type: BUTTON },
      }),
    )
  }

  return {
    name: 'discord',
    workspace: GUILD,
    account: (user) => ({ platform: 'discord', workspace: GUILD, user }),
    types: (user, line, channel = '930000000000000001') =>
      appears(user, () =>
        fake.interact({
          type: 2,
          user_id: user,
          channel_id: channel,
          data: structured(line, fake.commands()),
        }),
      ),
    fills: async (user, values) => {
      const modal = open.get(user)
      if (!modal) throw new Error(`${user} has no form open`)
      const answer = await submit(user, modal, values)
      if (answer.kind !== 'message') return answer
      const message = known.get(answer.seen.id)
      const again =
        message && inside(message.components).find(({ custom_id }) => custom_id?.startsWith('form:'))
      if (!again) return answer
      // Discord cannot reopen a modal by itself: the person presses the button that does.
      const reopened = await press(user, String(again['label']), message)
      if (reopened.kind !== 'form') return reopened
      const faults = answer.seen.text
      return { ...reopened, general: faults }
    },
    presses: (user, label, on) => {
      const message = known.get(on.id)
      if (!message) throw new Error('that message was never seen')
      return press(user, label, message)
    },
    inChannel: async (channel) =>
      fake.messages.filter((one) => one.channel_id === channel && !one.onlyFor).map(see),
    inDirect: async (user) =>
      fake.messages.filter((one) => one.channel_id === home(user) && !one.onlyFor).map(see),
    stop,
  }
}

/** As Discord shows it: marks that format are gone, and a backslash before a sign is not seen. */
const visible = (text: string): string =>
  text
    .replaceAll(/^(?:## |-# )/gm, '')
    .replaceAll(/(?<!\\)\*\*/g, '')
    .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')

const controls = (modal: Modal): { label: string; control: Component }[] =>
  modal.components.flatMap(({ type, label, component }) =>
    type === LABEL && component ? [{ label: String(label), control: component }] : [],
  )

type SelectOption = { value: string; label: string; default?: boolean }

const fieldsOf = (modal: Modal): AnswerField[] =>
  controls(modal).map(({ label, control }) => {
    const options = (control['options'] ?? []) as SelectOption[]
    return {
      name: control.custom_id ?? '',
      label,
      value: held(control),
      ...(control.type === SELECT ? { choices: options } : {}),
    }
  })

const held = (control: Component): string => {
  if (control.type !== SELECT) return String(control['value'] ?? '')
  return ((control['options'] ?? []) as SelectOption[]).find((option) => option.default)?.value ?? ''
}

const filled = (label: Component, values: Record<string, string | string[]>): Component => {
  const control = label.component
  if (!control) return label
  const value = values[control.custom_id ?? ''] ?? held(control)
  const common = { type: control.type, custom_id: control.custom_id ?? '', id: 1 }
  const component =
    control.type === TEXT_INPUT
      ? { ...common, value: [value].flat()[0] ?? '' }
      : { ...common, values: [value].flat() }
  return { type: LABEL, id: 2, component }
}

type Registered = { name: string; name_localizations?: { ja?: string }; options?: Registered[] }

/** What Discord's client makes of a line: names are chosen, values put into the options in their order. */
const structured = (line: string, commands: unknown[]) => {
  const [noun = '', verb = '', ...values] = line.replace(/^\//, '').split(/\s+/)
  const called = (one: Registered, typed: string) =>
    one.name === typed || one.name_localizations?.ja === typed
  const command = (commands as Registered[]).find((one) => called(one, noun))
  const sub = command?.options?.find((one) => called(one, verb))
  if (!command || !sub) throw new Error(`Discord knows no command ${line}`)
  const options = values.map((value, at) => ({ name: sub.options?.[at]?.name ?? '', type: 3, value }))
  return { id: '940', name: command.name, type: 1, options: [{ name: sub.name, type: 1, options }] }
}
