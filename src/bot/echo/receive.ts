import { z } from 'zod'
import { catalogues } from '../../text/catalogue.ts'
import type { Services } from '../adapter.ts'
import type { Card } from '../card.ts'
import { ownCard } from '../kit/own-card.ts'
import type { Interaction, Reply } from '../port.ts'
import { decodePress } from '../press.ts'
import { renderCard } from './render-card.ts'
import { type FormShown, renderForm } from './render-form.ts'
import type { World } from './world.ts'

/** One line typed, one button pressed, or one form sent. `event` is the sender's own: a repeat carries the same one. */
export const Act = z.object({
  event: z.string().min(8).max(64),
  user: z.string(),
  channel: z.string().optional(),
  line: z.string().max(4_000).optional(),
  press: z.string().max(200).optional(),
  /** What was chosen in a select. */
  chosen: z.record(z.string(), z.string()).optional(),
  message: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
})
export type Act = z.output<typeof Act>

export type Answer =
  | { kind: 'message'; id: string; visibleTo: 'asker' | 'channel'; lines: string[]; files: string[] }
  | { kind: 'form'; form: FormShown }
  | { kind: 'nothing' }

export const receiver =
  (world: World, { dispatch }: Pick<Services, 'dispatch'>) =>
  async (act: Act): Promise<Answer | undefined> => {
    if (!world.has(`@${act.user}`) || (act.channel !== undefined && !world.has(act.channel))) return undefined
    const interaction = interactionOf(world, act)
    return interaction
      ? shown(world, act, await dispatch(interaction))
      : toAsker(act, ownCard('echo.own', catalogues.ja.chat.stale))
  }

const interactionOf = (world: World, act: Act): Interaction | undefined => {
  const { event, user, channel, line, values } = act
  const common = { event, account: { platform: 'echo', workspace: world.id, user }, channel } as const
  if (line !== undefined) return { ...common, kind: 'words', words: line.replace(/^\//, '') }
  const pressed = act.press === undefined ? undefined : decodePress(act.press)
  if (!pressed) return undefined
  const press = { ...pressed, options: { ...pressed.options, ...act.chosen } }
  return values ? { ...common, kind: 'submit', press, values } : { ...common, kind: 'run', press }
}

const toAsker = ({ event }: Act, card: Card, files: string[] = []): Answer => ({
  kind: 'message',
  id: event,
  visibleTo: 'asker',
  lines: renderCard(card),
  files,
})

const shown = (world: World, act: Act, reply: Reply): Answer => {
  switch (reply.kind) {
    case 'card': {
      const files = (reply.files ?? []).map(({ name }) => name)
      if (reply.to === 'asker') return toAsker(act, reply.card, files)
      const { id } = world.say(act.channel ?? `@${act.user}`, `${act.user}:${act.event}`, reply.card)
      return { kind: 'message', id, visibleTo: 'channel', lines: renderCard(reply.card), files }
    }
    case 'replace': {
      const pressed = act.message === undefined ? undefined : world.messages.get(act.message)
      if (!pressed) return toAsker(act, reply.card)
      pressed.card = reply.card
      return {
        kind: 'message',
        id: pressed.id,
        visibleTo: 'channel',
        lines: renderCard(reply.card),
        files: [],
      }
    }
    case 'home':
      return toAsker(act, reply.card)
    case 'form':
      return { kind: 'form', form: renderForm(reply.form) }
    case 'correct':
      return { kind: 'form', form: renderForm(reply.form, reply.faults) }
    case 'suggestions':
    case 'nothing':
      return { kind: 'nothing' }
    default:
      return reply satisfies never
  }
}
