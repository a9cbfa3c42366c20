import { PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import type { Failed } from '../kit/failure.ts'
import type { Calls } from './calls.ts'

/** What the bot may do in a server, and no more. docs/discord.md says why, one by one. */
export const PERMISSIONS = [
  'ViewChannel',
  'SendMessages',
  'PinMessages',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'ReadMessageHistory',
  'CreateEvents',
] as const satisfies (keyof typeof PermissionFlagsBits)[]

const SCOPES = 'bot applications.commands'
const INTO_A_SERVER = '0'

/** Where somebody who manages a server lets the bot in, with its permissions ticked. */
export const inviteAddress = (application: string): string => {
  const permissions = PERMISSIONS.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n)
  const query = new URLSearchParams({
    client_id: application,
    scope: SCOPES,
    permissions: permissions.toString(),
    integration_type: INTO_A_SERVER,
  })
  return `https://discord.com/oauth2/authorize?${query}`
}

const Application = z.object({ id: z.string() })

/** The application that the token belongs to. */
export const applicationOf = async (calls: Calls): Promise<{ ok: true; application: string } | Failed> => {
  const seen = await calls.get(Routes.currentApplication())
  return seen.ok ? { ok: true, application: Application.parse(seen.answer).id } : seen
}
