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

/** The person who asks, as far as permissions need to know them. */
export type Asker = {
  memberId: string
  name: string
  roles: readonly Role[]
  officeId?: string
  municipalityId?: string
  /** Members whose work is theirs today, because those are away. */
  standsInFor?: readonly string[]
}

const EVERYBODY = ROLES
const CASE_WORKERS = ['coordinator', 'chief_specialist', 'specialist'] as const

/** Who may do what, a line a verb. Which cases they may do it to is `case-access.ts`'s. */
const PERMISSIONS = {
  'help.read': EVERYBODY,
  'home.read': EVERYBODY,
  'account.own': EVERYBODY,
  'delivery.own': EVERYBODY,
  'delivery.manage': ['coordinator'],
  'account.link': ['coordinator'],
  'region.change': ['coordinator'],
  'case.register': CASE_WORKERS,
  'case.read': [...CASE_WORKERS, 'officer'],
  'case.change': CASE_WORKERS,
  'plan.register': CASE_WORKERS,
  'summary.submit': CASE_WORKERS,
  'summary.read': CASE_WORKERS,
  'summary.agree': ['coordinator'],
  'monitoring.read': [...CASE_WORKERS, 'officer'],
  'monitoring.record': CASE_WORKERS,
  'interval.propose': CASE_WORKERS,
  'interval.decide': ['officer', 'coordinator'],
  'forecast.read': ['coordinator', 'officer'],
  'openings.read': [...CASE_WORKERS, 'officer'],
  'openings.tell': CASE_WORKERS,
  'leave.take': CASE_WORKERS,
  'priority.read': [...CASE_WORKERS, 'officer'],
  'followup.add': [...CASE_WORKERS, 'officer'],
  'followup.read': EVERYBODY,
  'followup.change': EVERYBODY,
  'gsv.offer': CASE_WORKERS,
  'gsv.arrange': ['coordinator'],
  'gsv.read': EVERYBODY,
  'rota.read': EVERYBODY,
  'rota.swap': EVERYBODY,
  'handover.write': CASE_WORKERS,
  'visit.read': [...CASE_WORKERS, 'officer'],
  'visit.report': CASE_WORKERS,
  'meeting.read': EVERYBODY,
  'meeting.attend': EVERYBODY,
  'meeting.run': EVERYBODY,
  'meeting.export': EVERYBODY,
  'minutes.read': EVERYBODY,
  'minutes.approve': EVERYBODY,
  'meeting.change': ['coordinator'],
  'poll.open': ['coordinator', 'chief_specialist'],
  'poll.answer': EVERYBODY,
  'calendar.own': EVERYBODY,
  'agenda.preview': ['coordinator'],
  'agenda.publish': ['coordinator'],
  'agenda.edit': ['coordinator'],
  'agenda.history': EVERYBODY,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS

export const may = (asker: Pick<Asker, 'roles'>, permission: Permission): boolean => {
  const roles: readonly Role[] = PERMISSIONS[permission]
  return asker.roles.some((role) => roles.includes(role))
}

export const rolesThatMay = (permission: Permission): readonly Role[] => PERMISSIONS[permission]
