import type { Press } from '../../bot/press.ts'
import { coordinates, hasRole } from '../../domain/member/roles.ts'
import type { Region } from '../../domain/region/region.ts'
import { summarySeries } from '../../domain/region/summary-series.ts'

/** Something a person brings to the week's meeting of their own accord. */
export type Brought = { memberId: string; press: Press }

const EPOCH = new Temporal.PlainDate(1970, 1, 5)

/**
 * What comes up in the week that begins on this Monday besides what messages ask for: new inquiries, results of
 * monitoring, a word from the centre, now and then a GSV, a case study and an issue of the region. Everybody has
 * their turn.
 */
export const weeklyWork = (region: Region, monday: Temporal.PlainDate): Brought[] => {
  const week = EPOCH.until(monday).days / 7
  const bringing = region.members.filter(({ id }) =>
    summarySeries(region, id).some(({ kind }) => kind !== 'case_review'),
  )
  const specialists = bringing.filter((member) => hasRole(member, 'specialist'))
  const centre = bringing.filter(coordinates)
  const turn = (people: typeof bringing, number: number, verb: string): Brought[] => {
    const member = people[number % Math.max(1, people.length)]
    return member ? [{ memberId: member.id, press: { command: `summary.${verb}`, options: {} } }] : []
  }
  const every = (weeks: number, brought: Brought[]): Brought[] => (week % weeks === 0 ? brought : [])
  return [
    ...turn(specialists, 2 * week, 'intake'),
    ...turn(specialists, 2 * week + 1, 'intake'),
    ...[0, 1, 2].flatMap((number) => turn(specialists, 3 * week + number, 'result')),
    ...turn(centre, week, 'notice'),
    ...every(3, turn(specialists, week + 5, 'issue')),
    ...every(6, turn(specialists, week + 3, 'strengths')),
    ...every(9, turn(specialists, week + 7, 'study')),
  ]
}
