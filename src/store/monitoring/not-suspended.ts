import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { cases, suspensions } from '../case/tables.ts'
import { monitorings } from './tables.ts'

/**
 * Nothing is due while a case is suspended, nor for a month that lay wholly within a suspension. A month that was
 * cut by one is due again once the case is resumed.
 */
export const notSuspended = (today: SQLWrapper): SQL =>
  sql`not exists (
    select 1 from ${suspensions} s where s.region_id = ${cases.regionId} and s.case_id = ${cases.id}
    and ((s.from_day <= ${today} and coalesce(s.to_day, 'infinity') >= ${today})
      or (s.from_day <= ${monitorings.dueMonth}
        and coalesce(s.to_day, 'infinity') >= (${monitorings.dueMonth} + interval '1 month - 1 day')::date)))`

/** A month that lies wholly within a suspension will not be kept. */
export const notSuspendedInMonth = sql`not exists (
  select 1 from ${suspensions} s where s.region_id = ${cases.regionId} and s.case_id = ${cases.id}
  and s.from_day <= ${monitorings.dueMonth}
  and coalesce(s.to_day, 'infinity') >= (${monitorings.dueMonth} + interval '1 month - 1 day')::date)`
