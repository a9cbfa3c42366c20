import { auditDeliveries } from './audit-deliveries.ts'
import { deliver } from './deliver.ts'
import { findDue } from './find-due.ts'
import type { Job } from './job.ts'
import { settleReminder } from './settle-reminder.ts'

/** Every job of the product. */
export const JOBS: readonly Job[] = [findDue, settleReminder, deliver, auditDeliveries]
