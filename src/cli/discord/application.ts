import { type Calls, restCalls } from '../../bot/discord/calls.ts'
import type { DiscordConfig } from '../../bot/discord/config.ts'
import { applicationOf } from '../../bot/discord/invite.ts'
import { detailOf } from '../../bot/kit/failure.ts'
import type { Failure } from '../../bot/port.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'

const TIMEOUT_MS = 10_000
const words = catalogues.ja.discord

/** Runs `work` on the Discord application that DISCORD_TOKEN belongs to. */
export const withApplication = async (
  discord: Pick<DiscordConfig, 'token' | 'apiUrl'> | undefined,
  work: (calls: Calls, application: string) => Promise<Spoken>,
): Promise<Spoken> => {
  if (!discord) return refused(words.cli.noToken)
  const calls = restCalls({ ...discord, timeoutMs: TIMEOUT_MS })
  const found = await applicationOf(calls)
  return found.ok ? work(calls, found.application) : refused(sentenceOf(found))
}

export const refused = (line: string): Spoken => ({ ok: false, lines: [line], data: { error: line } })

export const sentenceOf = (failure: Failure): string =>
  failure.failure === 'refused' && failure.reason === 'not-connected'
    ? words.start.badToken
    : words.start.unreachable(detailOf(failure))
