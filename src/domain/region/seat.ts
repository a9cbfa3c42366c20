import { z } from 'zod'
import { ROLES } from '../member/roles.ts'
import { slug } from './field.ts'

export const OFFICE_KINDS = ['core', 'commissioned', 'plan', 'child', 'general', 'activity'] as const

/** Everybody of an office, a kind of office, a municipality or a role. */
export const SEATS_OF_MANY = [
  z.strictObject({ office: slug }),
  z.strictObject({ officeKind: z.enum(OFFICE_KINDS) }),
  z.strictObject({ municipality: slug }),
  z.strictObject({ role: z.enum(ROLES) }),
] as const

export type SeatOfMany = z.output<(typeof SEATS_OF_MANY)[number]>
