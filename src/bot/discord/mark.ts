import { createHash } from 'node:crypto'
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'
import { ComponentType } from 'discord-api-types/v10'

/**
 * How a delivery's key travels with its message: hashed into the numeric ids of the card's container and of its first
 * text. Discord keeps those with the message and gives them back; a nonce it forgets after some minutes.
 */
export type Mark = { container: number; first: number }

const hash = (key: string): Buffer => createHash('sha256').update(key).digest()

/** Discord's ids are positive 32-bit integers, unique in the message; low ones are given out by Discord itself. */
const idFrom = (bytes: Buffer, at: number): number => 1_000 + (bytes.readUInt32BE(at) % 2_147_000_000)

export const markOf = (key: string): Mark => {
  const bytes = hash(key)
  const container = idFrom(bytes, 0)
  const first = idFrom(bytes, 4)
  return { container, first: first === container ? first + 1 : first }
}

/** The nonce of a delivery: at most 25 characters, the same for every attempt. */
export const nonceOf = (key: string): string => hash(key).toString('base64url').slice(0, 22)

/** What a message carries, if it is a card of ours. */
export const markIn = (components: readonly APIMessageTopLevelComponent[] | undefined): Mark | undefined => {
  const container = components?.[0]
  if (container?.type !== ComponentType.Container) return undefined
  const first = container.components[0]
  if (container.id === undefined || first?.id === undefined) return undefined
  return { container: container.id, first: first.id }
}
