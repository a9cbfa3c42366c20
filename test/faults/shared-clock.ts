import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { systemClock } from '../../src/app/system-clock.ts'
import type { Clock } from '../../src/domain/calendar/clock.ts'

/**
 * One clock for several processes: the machine's, ahead by the milliseconds that stand in a file of eight bytes. What
 * one process sets, all the others read at their next look, so that no two of them ever live at different times.
 */
export type SharedClock = Clock & {
  set(instant: Temporal.Instant): void
  /** As when a machine's clock is put right: forwards or backwards. */
  step(by: Temporal.Duration): void
  close(): void
}

const BYTES = 8

export const sharedClock = (path: string): SharedClock => {
  const file = openSync(path, 'r+')
  const bytes = Buffer.alloc(BYTES)
  const ahead = (): number => {
    readSync(file, bytes, 0, BYTES, 0)
    return Number(bytes.readBigInt64LE())
  }
  const keep = (milliseconds: number): void => {
    bytes.writeBigInt64LE(BigInt(Math.round(milliseconds)))
    writeSync(file, bytes, 0, BYTES, 0)
  }
  const now = () => systemClock.now().add({ milliseconds: ahead() })
  return {
    now,
    set: (instant) => keep(ahead() + now().until(instant).total('milliseconds')),
    step: (by) => keep(ahead() + by.total('milliseconds')),
    close: () => closeSync(file),
  }
}

export const NO_TIME_AHEAD = Buffer.alloc(BYTES)
