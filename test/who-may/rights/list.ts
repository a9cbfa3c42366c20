import { ABSENCE } from './absence.ts'
import { AGENDA } from './agenda.ts'
import { CALENDAR } from './calendar.ts'
import { CASE } from './case.ts'
import { FOLLOWUP } from './followup.ts'
import { GSV } from './gsv.ts'
import { HANDOVER } from './handover.ts'
import { MEETING } from './meeting.ts'
import { MINUTES } from './minutes.ts'
import { MONITORING } from './monitoring.ts'
import { OPENINGS } from './openings.ts'
import { PLAN } from './plan.ts'
import { POLL } from './poll.ts'
import type { NounRights } from './rights.ts'
import { ROTA } from './rota.ts'
import { SUMMARY } from './summary.ts'
import { TSUNAGI } from './tsunagi.ts'
import { VISIT } from './visit.ts'

/** Who may do what and see what, noun by noun: written by hand from DESIGN section 6, not taken from the code. */
export const RIGHTS: readonly NounRights[] = [
  CASE,
  PLAN,
  SUMMARY,
  MONITORING,
  OPENINGS,
  ABSENCE,
  FOLLOWUP,
  HANDOVER,
  VISIT,
  MEETING,
  MINUTES,
  POLL,
  CALENDAR,
  GSV,
  ROTA,
  AGENDA,
  TSUNAGI,
]
