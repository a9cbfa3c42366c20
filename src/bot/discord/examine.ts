import { ApplicationFlags, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import { catalogues } from '../../text/catalogue.ts'
import type { Finding, WantedPlaces } from '../adapter.ts'
import { findingsIn } from '../kit/findings.ts'
import { lacksIn } from './audience.ts'
import { type Calls, restCalls } from './calls.ts'

type Examined = { token: string; apiUrl: string | undefined; places: WantedPlaces }

const { found, failed, wrong } = findingsIn(catalogues.ja.doctor.discord)

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
export const examineDiscord = async ({ token, apiUrl, places }: Examined): Promise<Finding[]> => {
  const calls = restCalls({ token, apiUrl, timeoutMs: TIMEOUT_MS })
  const seen = await calls.get(Routes.user())
  if (!seen.ok) return [failed('token', seen)]
  const bot = Identity.parse(seen.answer)
  const findings = [found('token', true, bot.username ?? bot.id)]
  const application = await calls.get(Routes.currentApplication())
  if (application.ok) {
    const { flags } = Application.parse(application.answer)
    const isOn =
      (flags & (ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited)) !== 0
    findings.push(found('intents', isOn, 'Server Members Intent'))
  } else findings.push(failed('intents', application))
  for (const { workspace, channels } of places) {
    const guild = await calls.get(Routes.guild(workspace))
    if (!guild.ok) findings.push(wrong('workspace', workspace))
    else for (const channel of channels) findings.push(await mayPost(calls, workspace, channel, bot.id))
  }
  return findings
}

const mayPost = async (calls: Calls, guild: string, channel: string, bot: string): Promise<Finding> => {
  const lacks = await lacksIn(calls, guild, channel, bot, NEEDED)
  if (!lacks.ok) return failed('channel', lacks, channel)
  const ok = lacks.names.length === 0
  return found('channel', ok, ok ? channel : `${channel} (${lacks.names.join(', ')})`)
}
