import { catalogues } from '../../text/catalogue.ts'
import type { Services, Started } from '../adapter.ts'
import type { NotStarted, Platform } from '../port.ts'
import { type DiscordOptions, startDiscord } from './start.ts'

/**
 * Receives under a lock, one process at a time for the same shards; another one waits to take over. Discord delivers
 * every event to every session of a shard, so two processes would both answer. Sending needs no lock.
 */
export const startExclusively = async (
  options: DiscordOptions,
  exclusively: Services['exclusively'],
): Promise<Started> => {
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
  const hold = await exclusively(`discord ${shards}`, { begin, end }).catch((error: Error) => error)
  if (hold instanceof Error) return failure ?? { ok: false, why: 'unreachable', reason: hold.message }
  if (!hold.mine) process.stderr.write(`${catalogues.ja.discord.start.waits}\n`)
  return { ...sending, platform: { ...sending.platform, stop: hold.stop } }
}
