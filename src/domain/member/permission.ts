import { ABSENCE_PERMISSIONS } from '../absence/permission.ts'
import { ACCOUNT_PERMISSIONS } from '../account/permission.ts'
import { AGENDA_PERMISSIONS } from '../agenda/permission.ts'
import { CALENDAR_PERMISSIONS } from '../calendar/permission.ts'
import { CASE_PERMISSIONS } from '../case/permission.ts'
import { DELIVERY_PERMISSIONS } from '../delivery/permission.ts'
import { DIGEST_PERMISSIONS } from '../digest/permission.ts'
import { FOLLOWUP_PERMISSIONS } from '../followup/permission.ts'
import { GSV_PERMISSIONS } from '../gsv/permission.ts'
import { HANDOVER_PERMISSIONS } from '../handover/permission.ts'
import { MEETING_PERMISSIONS } from '../meeting/permission.ts'
import { MINUTES_PERMISSIONS } from '../minutes/permission.ts'
import { MONITORING_PERMISSIONS } from '../monitoring/permission.ts'
import { OPENINGS_PERMISSIONS } from '../openings/permission.ts'
import { PLAN_PERMISSIONS } from '../plan/permission.ts'
import { POLL_PERMISSIONS } from '../poll/permission.ts'
import { REGION_PERMISSIONS } from '../region/permission.ts'
import { ROTA_PERMISSIONS } from '../rota/permission.ts'
import { SETUP_PERMISSIONS } from '../setup/permission.ts'
import { SUMMARY_PERMISSIONS } from '../summary/permission.ts'
import { VISIT_PERMISSIONS } from '../visit/permission.ts'
import { type Asker, hasRole, type Role } from './roles.ts'

/** Which roles may do what: each noun says it of its own. On which of them they may do it, its rules beside say. */
const PERMISSIONS = {
  ...SETUP_PERMISSIONS,
  ...DIGEST_PERMISSIONS,
  ...ACCOUNT_PERMISSIONS,
  ...DELIVERY_PERMISSIONS,
  ...REGION_PERMISSIONS,
  ...CASE_PERMISSIONS,
  ...PLAN_PERMISSIONS,
  ...SUMMARY_PERMISSIONS,
  ...MONITORING_PERMISSIONS,
  ...OPENINGS_PERMISSIONS,
  ...ABSENCE_PERMISSIONS,
  ...FOLLOWUP_PERMISSIONS,
  ...GSV_PERMISSIONS,
  ...ROTA_PERMISSIONS,
  ...HANDOVER_PERMISSIONS,
  ...VISIT_PERMISSIONS,
  ...MEETING_PERMISSIONS,
  ...MINUTES_PERMISSIONS,
  ...POLL_PERMISSIONS,
  ...CALENDAR_PERMISSIONS,
  ...AGENDA_PERMISSIONS,
}

export type Permission = keyof typeof PERMISSIONS

export const rolesThatMay = (permission: Permission): readonly Role[] => PERMISSIONS[permission]

export const may = (asker: Pick<Asker, 'roles'>, permission: Permission): boolean =>
  hasRole(asker, ...rolesThatMay(permission))
