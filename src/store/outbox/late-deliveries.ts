import { sql } from 'drizzle-orm'
import { LATE_AFTER } from '../../domain/delivery/outcome.ts'
import { deliveries } from './tables.ts'

/** When a message was to be out: what was planned for the night is promised for the morning. */
export const promised = sql<string>`coalesce(${deliveries.putOffTo}, ${deliveries.plannedFor})`

/** It went out, much later than promised. */
export const wentLate = sql`${deliveries.sentAt} > ${promised} + make_interval(secs => ${LATE_AFTER.total('seconds')})`

/** It is not out, nor given up, much later than promised. */
export const isOverdue = (now: Temporal.Instant) =>
  sql`${deliveries.state} in ('waiting', 'sending') and ${promised} < ${now.subtract(LATE_AFTER).toString()}`
