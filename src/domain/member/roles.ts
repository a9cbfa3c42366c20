/** 役割. What a person may do follows from these and from where they belong. */
export const ROLES = [
  'coordinator',
  'chief_specialist',
  'specialist',
  'officer',
  'adviser',
  'council_member',
] as const
export type Role = (typeof ROLES)[number]

export type StoodInFor = { memberId: string; officeId: string | undefined }

/** The person who asks, as far as permissions need to know them. */
export type Asker = {
  memberId: string
  name: string
  roles: readonly Role[]
  /** The day on which they ask, by the region's clock: rosters and turns are of a day. */
  today: Temporal.PlainDate
  officeId?: string | undefined
  municipalityId?: string | undefined
  /** Members whose work is theirs today, because those are away, each with their own office. */
  standsInFor?: readonly StoodInFor[]
}

/** For the tables of permissions, a line each in every noun's `permission.ts`. */
export type RolesThatMay = Record<string, readonly Role[]>
export const EVERYBODY = [...ROLES] as const
export const CASE_WORKERS = ['coordinator', 'chief_specialist', 'specialist'] as const

type WithRoles = { roles: readonly Role[] }

/** Only for `permission.ts` of a noun, and for lists of people by their role: elsewhere ask for the permission. */
export const hasRole = ({ roles }: WithRoles, ...wanted: readonly Role[]): boolean =>
  roles.some((role) => wanted.includes(role))

/** Who left is kept by name, without a role: what they did still refers to them. */
export const takesPart = ({ roles }: WithRoles): boolean => roles.length > 0

/** The core centre (基幹相談支援センター), which looks after the whole region. */
export const coordinates = (person: WithRoles): boolean => hasRole(person, 'coordinator')

/** Who has cases of their own. */
export const carriesCases = (person: WithRoles): boolean => hasRole(person, 'specialist', 'chief_specialist')

/** Themselves, and whom they stand in for. */
export const actsForWhom = ({ memberId, standsInFor = [] }: Asker): string[] => [
  memberId,
  ...standsInFor.map((one) => one.memberId),
]

/** Their own business, or that of somebody for whom they stand in today. */
export const actsFor = (asker: Asker, owner: string): boolean => actsForWhom(asker).includes(owner)
