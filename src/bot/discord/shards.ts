import { setTimeout as pause } from 'node:timers/promises'
import { type ClientOptions, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js'
import { withTimeout } from '../kit/with-timeout.ts'

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0]
type Socket = { on(event: 'error', heard: () => void): unknown; terminate(): void }
type Held = { shards: ReadonlyMap<number, { status: WebSocketShardStatus; connection: Socket | null }> }

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
const CLOSE_WITHIN_MS = 2_000

/**
 * Adds a backoff between attempts to connect, and ends for good once `ended` aborts. Abort it before destroying the
 * client: the library destroys at each login too, so that alone tells nothing. Its own shards retry twice a second for
 * ever, and one that is destroyed between two attempts, or while it connects, goes on and ends up online without a
 * listener. Each attempt fetches the session first, which is the only place to delay or stop it.
 */
class PacedShards extends SimpleShardingStrategy {
  readonly #ended: AbortSignal
  /** Attempts in a row, by shard. */
  readonly #attempts = new Map<number, number>()

  constructor(manager: Manager, ended: AbortSignal) {
    super(manager)
    this.#ended = ended
    const session = manager.options.retrieveSessionInfo
    manager.options.retrieveSessionInfo = (id) => {
      const status = this.#held().get(id)?.status
      if (status === WebSocketShardStatus.Ready) this.#attempts.delete(id)
      return status === WebSocketShardStatus.Idle || this.#ended.aborted
        ? this.#turn(id).then(() => session(id))
        : session(id)
    }
  }

  override async destroy(...options: Parameters<SimpleShardingStrategy['destroy']>): Promise<void> {
    const sockets = [...this.#held().values()].flatMap(({ connection }) => connection ?? [])
    // The library drops a socket that is still connecting, and its unhandled error event would end the process.
    for (const socket of sockets) socket.on('error', () => undefined)
    const closed = super.destroy(...options)
    await withTimeout(CLOSE_WITHIN_MS, closed)
    for (const socket of sockets) socket.terminate()
    await closed
  }

  #held(): Held['shards'] {
    return (this as unknown as Held).shards
  }

  /** Never resolves once it has ended: a rejection here would end the process. */
  async #turn(id: number): Promise<void> {
    const attempts = this.#attempts.get(id) ?? 0
    this.#attempts.set(id, attempts + 1)
    const signal = this.#ended
    const waitMs =
      attempts === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 10))
    if (waitMs > 0 && !signal.aborted) await pause(waitMs, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) await new Promise<never>(() => undefined)
  }
}

export const pacedShards = (ended: AbortSignal): NonNullable<ClientOptions['ws']> => ({
  buildStrategy: (manager) => new PacedShards(manager, ended),
})
