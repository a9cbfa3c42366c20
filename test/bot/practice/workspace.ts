import { pino } from 'pino'
import type { PracticeTime } from '../../../src/bot/practice/clock-view.ts'
import { practiceWorkspace } from '../../../src/bot/practice/practice.ts'
import { practiceMemoryStore } from '../../support/practice-memory-store.ts'
import { COMMANDS } from './scripted-commands.ts'
import { scriptedDispatch } from './scripted-dispatch.ts'
import { REGION } from './scripted-region.ts'

const START = Temporal.Instant.from('2026-11-20T05:05:00Z')
const LEAP_HOURS = { 'next-reminder': 18, 'next-day': 24, 'next-week': 168 } as const

/** A workspace of the invented region, with a clock that moves when it is told to and no further. `isTraining`: beside a real one. */
export const startWorkspace = ({ isTraining = false }: { isTraining?: boolean } = {}) => {
  const store = practiceMemoryStore(REGION)
  const { dispatch, asked } = scriptedDispatch()
  let now = START
  const leaps: string[] = []
  const waiting: (() => Promise<void>)[] = []
  const time: PracticeTime = {
    now: () => now,
    timeZone: 'Asia/Tokyo',
    next: async () => now.add({ hours: 18 }),
    advance: async (to) => {
      leaps.push(to)
      for (const act of waiting.splice(0)) await act()
      now = now.add({ hours: LEAP_HOURS[to] })
      return { now, delivered: 1 }
    },
  }
  const { platform, app } = practiceWorkspace({
    dispatch,
    commands: COMMANDS,
    store,
    time,
    log: pino({ level: 'silent' }),
    isTraining,
  })
  return {
    store,
    asked,
    leaps,
    platform,
    app,
    /** Happens during the next leap, before the clock has moved. */
    whileLeaping: (act: () => Promise<void>) => waiting.push(act),
    passes: (minutes: number) => {
      now = now.add({ minutes })
    },
  }
}
