import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/app/system-clock.ts'
import { shiftedClock, virtualClock } from '../../src/domain/calendar/clock.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-20T${time}Z`)

describe('the virtual clock', () => {
  it('stands still until it is set', () => {
    const clock = virtualClock(at('05:00'))
    expect(clock.now()).toEqual(at('05:00'))
    clock.set(at('06:30'))
    expect([clock.now(), clock.now()]).toEqual([at('06:30'), at('06:30')])
  })
  it('may be set to where it is, and refuses to go back', () => {
    const clock = virtualClock(at('05:00'))
    clock.set(at('05:00'))
    expect(() => clock.set(at('04:59'))).toThrow()
    expect(clock.now()).toEqual(at('05:00'))
  })
})

describe('the shifted clock', () => {
  it('goes on with its base, ahead of it', () => {
    const base = virtualClock(at('05:00'))
    const clock = shiftedClock(base, Temporal.Duration.from({ hours: 2 }))
    expect(clock.now()).toEqual(at('07:00'))
    base.set(at('05:10'))
    expect(clock.now()).toEqual(at('07:10'))
  })
  it('can be advanced, and stays where it is when the instant has passed meanwhile', () => {
    const base = virtualClock(at('05:00'))
    const clock = shiftedClock(base, new Temporal.Duration())
    clock.set(at('09:00'))
    expect(clock.now()).toEqual(at('09:00'))
    clock.set(at('08:59'))
    expect(clock.now()).toEqual(at('09:00'))
  })
  it('is where it was after its lead was written down and read again', () => {
    const base = virtualClock(at('05:00'))
    const clock = shiftedClock(base, new Temporal.Duration())
    clock.set(Temporal.Instant.from('2027-03-31T15:00:00.123456789Z'))
    const again = shiftedClock(base, Temporal.Duration.from(clock.ahead().toString()))
    expect(again.now()).toEqual(clock.now())
  })
})

it("the system's clock does not go back", () => {
  const earlier = systemClock.now()
  expect(Temporal.Instant.compare(earlier, systemClock.now())).toBeLessThanOrEqual(0)
})
