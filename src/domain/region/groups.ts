import { z } from 'zod'
import { LEAST_SIZE, MOST_SIZE } from '../gsv/group-sizes.ts'
import { GSV_PATTERNS } from '../gsv/patterns.ts'
import { slug } from './field.ts'
import { SEATS_OF_MANY } from './seat.ts'

/** A line that says who of the body may do something. */
const Who = z.union([z.strictObject({ member: slug }), ...SEATS_OF_MANY])

const days = (fallback: number) => z.int().min(0).max(30).default(fallback)

/** How a GSV or a case study sits in groups: `size` people each, or so many groups. */
export const Groups = z
  .strictObject({
    size: z.int().min(LEAST_SIZE).max(MOST_SIZE).optional(),
    count: z.int().min(1).max(20).optional(),
    /** Who leads a group (seed 000: the commissioned offices; seed 003, 半田市: chief specialists). */
    facilitators: z
      .array(Who)
      .min(1)
      .default([{ role: 'chief_specialist' }]),
    /** Who may be asked to bring a case. */
    presenters: z
      .array(Who)
      .min(1)
      .default([{ role: 'specialist' }]),
    pattern: z.enum(GSV_PATTERNS).default('strengths'),
    /** How many business days before the session each is asked or told. */
    askBusinessDays: days(15),
    groupsBusinessDays: days(7),
    preMeetingBusinessDays: days(3),
  })
  .refine(({ size, count }) => (size === undefined) !== (count === undefined), { message: 'groups-size' })
export type Groups = z.output<typeof Groups>
