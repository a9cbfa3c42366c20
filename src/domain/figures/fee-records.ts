/** What a 主任相談支援専門員 did for somebody else (REGULATION.md section f: 主任 guidance log). */
export type GuidanceRecord = {
  kind: 'gsv' | 'pre_meeting' | 'agreement' | 'supervision' | 'visit'
  on: Temporal.PlainDate
  by: string
  byOffice: string
  /** Who was guided, of one office; nobody by name where the office was visited. */
  recipients: string[]
  office: string
  /** Of a meeting. */
  seriesName?: string
  code?: string
  /** What was written of it, where the reader may see it. */
  content?: string
}

export type MonitoringOutcome =
  | 'as_planned'
  | 'plan_change_needed'
  | 'interval_change_needed'
  | 'could_not_meet'

/** A due month, in the export of its month and in that of the month in which it was done. */
export type MonitoringRecord = {
  officeId: string
  code: string
  memberId: string
  dueMonth: Temporal.PlainYearMonth
  done?: { on: Temporal.PlainDate; outcome: MonitoringOutcome; by: string; recordedOn: Temporal.PlainDate }
}

/** Cases handled by one person of one office in one month: monitoring done and plans begun. */
export type Handled = {
  officeId: string
  memberId: string
  month: Temporal.PlainYearMonth
  monitoring: number
  plans: number
}

export type FeeRecords = {
  guidance: GuidanceRecord[]
  monitoring: MonitoringRecord[]
  /** Of `HANDLED_MONTHS` months, the exported one last. */
  handled: Handled[]
}

/** Caseloads are averaged over six months (REGULATION.md section f). */
export const HANDLED_MONTHS = 6
