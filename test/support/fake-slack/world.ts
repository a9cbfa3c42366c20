import { randomUUID } from 'node:crypto'
import type { SlackMessage, SlackView } from './shapes.ts'

type Team = {
  users: string[]
  /** What the token was granted; all that the bot asks for unless told otherwise. */
  scopes?: string[]
  channels: {
    id: string
    isPrivate: boolean
    isShared?: boolean
    members: string[]
    /** The bot is in it unless told otherwise. */
    withoutBot?: boolean
  }[]
}

export type FakeSlackOptions = Team & {
  /** The language of people's Slack; `ja-JP` unless told otherwise. */
  locales?: Record<string, string>
  /** Further workspaces, by their ids. */
  teams?: Record<string, Team>
}

export const TEAM = 'T0TSUNAGI'
export const BOT = 'UBOT'

/** An address for answers: five uses, in the conversation it came from. */
type ResponseAddress = { channel: string; user: string; message: SlackMessage | undefined; uses: number }

/** What Slack's servers remember. */
export const makeWorld = (options: FakeSlackOptions) => {
  const messages: SlackMessage[] = []
  const views = new Map<string, SlackView>()
  const triggers = new Map<string, string>()
  const directs = new Map<string, string>()
  const addresses = new Map<string, ResponseAddress>()
  /** Files whose upload was begun; `bytes` once they arrived. */
  const pins = new Set<string>()
  const files = new Map<string, { name: string; length: number; bytes?: Buffer }>()
  const where = { uploads: '' }
  const teams = new Map<string, Team>([[TEAM, options], ...Object.entries(options.teams ?? {})])
  /** The workspace whose token is on the request that is being answered. */
  const caller = { team: TEAM }
  let count = 0
  const next = () => {
    count += 1
    return count
  }
  return {
    options,
    caller,
    here: (): Team => teams.get(caller.team) ?? { users: [], channels: [] },
    teamOf: (user: string): string => [...teams].find(([, { users }]) => users.includes(user))?.[0] ?? TEAM,
    messages,
    views,
    triggers,
    directs,
    addresses,
    pins,
    files,
    where,
    uploadAt: (id: string): string => `${where.uploads}/upload/${id}`,
    next,
    /** Slack's message id is its time, to the microsecond. */
    nextTs: () => `${Math.floor(Date.now() / 1000)}.${String(next()).padStart(6, '0')}`,
    directChannel: (user: string): string => {
      const known = directs.get(user) ?? `D0${directs.size + 1}`
      directs.set(user, known)
      return known
    },
    newTrigger: (user: string): string => {
      const trigger = `${next()}.${randomUUID()}`
      triggers.set(trigger, user)
      return trigger
    },
    newAddress: (channel: string, user: string, message?: SlackMessage): string => {
      const id = randomUUID()
      addresses.set(id, { channel, user, message, uses: 0 })
      return id
    },
  }
}

export type World = ReturnType<typeof makeWorld>
