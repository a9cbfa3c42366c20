import { registerCommands } from '../../bot/discord/install.ts'
import type { CommandView } from '../../bot/port.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { refused, sentenceOf, withApplication } from './application.ts'

const words = catalogues.ja.discord.cli

/** Registers the declared commands with Discord and prints the diff (`tsunagi discord register`). Idempotent. */
export const registerOnDiscord = (
  discord: Parameters<typeof withApplication>[0],
  commands: readonly CommandView[],
): Promise<Spoken> =>
  withApplication(discord, async (calls, application) => {
    const registered = await registerCommands(calls, application, commands)
    if (!registered.ok) return refused(sentenceOf(registered))
    const { added, changed, removed } = registered
    const lines = [...added.map(words.added), ...changed.map(words.changed), ...removed.map(words.removed)]
    return { ok: true, lines: lines.length > 0 ? lines : [words.same], data: { added, changed, removed } }
  })
