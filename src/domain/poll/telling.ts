import type { Morning } from '../digest/morning.ts'
import { chasesOn } from './poll-times.ts'

/** A poll for a day, with who has not answered. */
export type WaitingPoll = { pollId: string; title: string; deadline: Temporal.PlainDate; silent: string[] }

/** Those whose deadline is near; all of them where somebody asks. */
export const chasedPolls = <Poll extends WaitingPoll>(
  polls: readonly Poll[],
  { today, calendar, asked = false }: Morning,
): readonly Poll[] => polls.filter(({ deadline }) => asked || chasesOn(today, deadline, calendar))
