import type { Client } from 'discord.js'
import type { Logger } from 'pino'
import { loggable } from './errors.ts'

type Packet = { t?: unknown } | undefined
type Handles = { handlePacket(packet: Packet, shard: unknown): boolean }

/**
 * Passes over an event that discord.js cannot read, such as one that Discord gave a new shape: the library throws out
 * of its socket, where nothing can catch it, and the process would end. It offers no other place to stand in.
 */
export const passOverOddEvents = (client: Client, log: Logger): void => {
  const gateway = client.ws as unknown as Handles
  const handle = gateway.handlePacket.bind(gateway)
  gateway.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard)
    } catch (error) {
      const event = String(packet?.t).slice(0, 40)
      log.error({ ...loggable(error), event }, 'discord: an event could not be read')
      return false
    }
  }
}
