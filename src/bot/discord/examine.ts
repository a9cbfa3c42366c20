import { ApplicationFlags, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import type { Finding, WantedPlaces } from '../finding.ts'
import type { Failure } from '../port.ts'
import { lacksIn } from './audience.ts'
import { type Calls, restCalls } from './calls.ts'
import { detailOf } from './errors.ts'

type Looked = 'token' | 'intents' | 'channel'
export type DiscordFinding = Finding<Looked, Looked | 'workspace' | 'unreachable'>

export type DiscordExamined = { token: string; apiUrl?: string; places: WantedPlaces; timeoutMs?: number }

const TIMEOUT_MS = 10_000
const Identity = z.object({ id: z.string(), username: z.string().optional() })
const Application = z.object({ flags: z.number().default(0) })

/** docs/discord.md says what each is for. */
const NEEDED = {
  'View Channels': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
}

/** Looks whether the token works, the intent is on, and the bot may post in its channels. Posts nothing. */
export const examineDiscord = async (given: DiscordExamined): Promise<DiscordFinding[]> => {
  const { token, apiUrl, places, timeoutMs = TIMEOUT_MS } = given
  const calls = restCalls({ token, apiUrl, timeoutMs })
  const seen = await calls.get(Routes.user())
  if (!seen.ok) return [failed('token', seen)]
  const bot = Identity.parse(seen.answer)
  const findings: DiscordFinding[] = [{ about: 'token', ok: true, detail: bot.username ?? bot.id }]
  const application = await calls.get(Routes.currentApplication())
  if (application.ok) {
    const { flags } = Application.parse(application.answer)
    const isOn =
      (flags & (ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited)) !== 0
    findings.push({ about: 'intents', ok: isOn, detail: 'Server Members Intent' })
  } else findings.push(failed('intents', application))
  for (const { workspace, channels } of places) {
    const guild = await calls.get(Routes.guild(workspace))
    if (!guild.ok) findings.push({ about: 'workspace', ok: false, detail: workspace })
    else for (const channel of channels) findings.push(await mayPost(calls, workspace, channel, bot.id))
  }
  return findings
}

const failed = (about: Looked, failure: Failure): DiscordFinding => ({
  about: failure.failure === 'refused' ? about : 'unreachable',
  ok: false,
  detail: detailOf(failure),
})

const mayPost = async (
  calls: Calls,
  guild: string,
  channel: string,
  bot: string,
): Promise<DiscordFinding> => {
  const lacks = await lacksIn(calls, guild, channel, bot, NEEDED)
  if (!lacks.ok) {
    const found = failed('channel', lacks)
    return { ...found, detail: `${channel} (${found.detail})` }
  }
  const ok = lacks.names.length === 0
  return { about: 'channel', ok, detail: ok ? channel : `${channel} (${lacks.names.join(', ')})` }
}
