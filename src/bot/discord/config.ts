import { z } from 'zod'
import type { ConfigFault, Environment } from '../adapter.ts'
import { readVariables, should, webAddress } from '../kit/environment.ts'

type Shards = { ids: number[]; count: number }
export type DiscordConfig = { token: string; apiUrl: string | undefined; shards: Shards | undefined }

const SHARDS = should(
  '0/2（2つのうちの0番）や 0-3/8 の形',
  'such as 0/2 (number 0 of 2) or 0-3/8: the shards that this bot holds, of how many',
)

/** `0/2` or `0-3/8`: the shards held, of how many. */
const readShards = (text: string): Shards | undefined => {
  const [, first, last = first, of] = /^(\d{1,4})(?:-(\d{1,4}))?\/(\d{1,4})$/.exec(text) ?? []
  const [from, to, count] = [Number(first), Number(last), Number(of)]
  if (!(from <= to && to < count)) return undefined
  return { ids: Array.from({ length: to - from + 1 }, (_, index) => from + index), count }
}

const Variables = z.object({
  DISCORD_TOKEN: z.string().min(10, should('DiscordのBotトークン', "Discord's bot token")).optional(),
  DISCORD_API_URL: webAddress('https://discord.com/api').optional(),
  DISCORD_SHARDS: z
    .string()
    .transform(readShards)
    .refine((shards) => shards !== undefined, SHARDS)
    .optional(),
})

export const readDiscordConfig = (
  environment: Environment,
): { config: DiscordConfig | undefined; faults: ConfigFault[] } => {
  const variables = readVariables(Variables, environment)
  if (!variables.ok) return { config: undefined, faults: variables.faults }
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, DISCORD_SHARDS: shards } = variables.read
  return { config: token ? Object.freeze({ token, apiUrl, shards }) : undefined, faults: [] }
}
