import { EVERY_PERSON, type Person } from '../people.ts'
import type { Who } from './rights.ts'

/** The office of who is in charge of `own`. */
export const SATSUKI: Who = ['in charge', 'colleague']
/** The office to which somebody moved. */
export const KONOHA: Who = ['moved', 'new colleague']
export const OFFICERS: Who = ['officer here', 'officer elsewhere']
/** Who carries cases, or looks after those who do; each in their own region. */
export const CASE_WORKERS: Who = [
  ...SATSUKI,
  'deputy',
  ...KONOHA,
  'other office',
  'receiver',
  'successor',
  'chair',
  'recorder',
  'coordinator',
  'of another region',
]
/** Everybody whom a region knows and who has a part in it. */
export const EVERYBODY: Who = [...CASE_WORKERS, ...OFFICERS, 'council member', 'adviser']

const butNot = (who: Who, out: readonly Person[]): Who => who.filter((one) => !out.includes(one))

export const MEMBERS: Who = butNot(EVERYBODY, ['of another region'])
export const NOBODY: Who = []

/** On the roster of the liaison meeting: offices and the centre. */
export const LIAISON: Who = butNot(CASE_WORKERS, ['of another region'])
/** The offices of the north, the centre, and the adviser. */
export const GSV: Who = [
  ...SATSUKI,
  'other office',
  'receiver',
  'chair',
  'recorder',
  'coordinator',
  'adviser',
]
export const SECRETARIAT: Who = [...SATSUKI, ...KONOHA, 'coordinator']
export const STEERING: Who = [...SATSUKI, ...KONOHA, 'coordinator', ...OFFICERS]
export const PLENARY: Who = ['coordinator', ...OFFICERS, 'council member']
/** The centre, of this region and of the other, each in its own. */
export const CENTRES: Who = ['coordinator', 'of another region']
export const CENTRE: Who = ['coordinator']

/** The door answers whoever is known; the others are asked who they are. */
export const AT_THE_DOOR: readonly Person[] = butNot(EVERY_PERSON, [...EVERYBODY])
