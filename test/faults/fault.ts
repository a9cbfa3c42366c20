import type { Dice } from '../years/region-of-2000.ts'
import type { Arrival } from './people.ts'
import type { Role } from './processes.ts'
import type { FaultServers } from './servers.ts'
import type { Stage } from './stage.ts'

export type Scene = {
  stage: Stage
  servers: FaultServers
  random: Dice
  /** To be called when no process is left that could hold an attempt. */
  nobodyIsLeft(): Promise<void>
}

/** One way in which things break. `strike` breaks it once, at an instant of its choice, and mends it again. */
export type Fault = {
  name: string
  strike(scene: Scene): Promise<void>
  /** How often it strikes in the short form and in the long one; not tried where that is never. */
  times: { short: number; long: number }
  /** How many blows a strike is. */
  blows: number
  roles: readonly Role[]
  arrival: Arrival
  /** The product's own tick has to find what is due after it: it is not helped. */
  alone: boolean
  /** Why it cannot be tried here. */
  impossible?(servers: FaultServers): string | undefined
}

type Wanted = Pick<Fault, 'name' | 'strike'> & Partial<Fault>

export const fault = (wanted: Wanted): Fault => ({
  times: { short: 2, long: 12 },
  blows: 1,
  roles: ['all'],
  arrival: 'once',
  alone: false,
  ...wanted,
})
