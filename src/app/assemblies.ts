import { type ShiftedClock, shiftedClock } from '../domain/calendar/clock.ts'
import { BUILT_IN_PLATFORMS, EXTERNAL_PLATFORMS } from '../domain/workspace/platforms.ts'
import { type Assembly, type AssemblyOptions, assemble } from './assemble.ts'
import { systemClock } from './system-clock.ts'

/** What is left to choose: the clock and the platforms follow from which of the two it is. */
type Options = Omit<AssemblyOptions, 'clock' | 'joins'>

const REAL_QUEUES = '{tsunagi}'

/** Assembles the real product: on the machine's clock, which nothing can be given in place of, for external platforms. */
export const realAssembly = (options: Options): Assembly =>
  assemble({ queuePrefix: REAL_QUEUES, ...options, clock: systemClock, joins: EXTERNAL_PLATFORMS })

/** An assembly and the clock that only it has. */
export type PracticeAssembly = { assembly: Assembly; clock: ShiftedClock }

/** Assembles practice: a store, queues and a clock of its own, for the built-in platform alone. */
export const practiceAssembly = ({ queuePrefix = REAL_QUEUES, ...options }: Options): PracticeAssembly => {
  const clock = shiftedClock(systemClock, Temporal.Duration.from('PT0S'))
  const prefix = queuePrefix.replace(/\}$/, '-practice}')
  return {
    clock,
    assembly: assemble({ ...options, queuePrefix: prefix, clock, joins: BUILT_IN_PLATFORMS }),
  }
}
