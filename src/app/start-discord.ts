import type { DiscordOptions, DiscordStarted } from '../bot/discord/start.ts'
import type { NotStarted, Platform } from '../bot/port.ts'
import { holdExclusively } from '../store/engine/hold-exclusively.ts'
import { catalogues } from '../text/catalogue.ts'

/**
 * Discord tells every session of a shard everything, so that two bots on one would both answer: one process at a time
 * receives for its shards, and another with the same ones waits to take over. Sending needs no turn.
 */
export const startDiscordInTurn = async (
  options: DiscordOptions,
  databaseUrl: string,
): Promise<DiscordStarted> => {
  const { startDiscord } = await import('../bot/discord/start.ts')
  const sending = await startDiscord({ ...options, receives: false })
  if (!sending.ok || !options.receives) return sending
  let gateway: Platform | undefined
  let failure: NotStarted | undefined
  const begin = async () => {
    const started = await startDiscord(options)
    if (!started.ok) {
      failure = started
      throw new Error(started.reason)
    }
    gateway = started.platform
  }
  const end = async () => {
    await gateway?.stop()
    gateway = undefined
  }
  const shards = options.shards ? `${options.shards.ids.join()}/${options.shards.count}` : 'all'
  const hold = await holdExclusively(databaseUrl, `discord ${shards}`, { begin, end }).catch(
    (error: Error) => error,
  )
  if (hold instanceof Error) return failure ?? { ok: false, why: 'unreachable', reason: hold.message }
  if (!hold.mine) process.stderr.write(`${catalogues.ja.start.discordWaits}\n`)
  return { ok: true, platform: { ...sending.platform, stop: hold.stop } }
}
