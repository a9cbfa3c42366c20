import { type FeeRecords, HANDLED_MONTHS } from './fee-records.ts'

/** Counts of one month; `sixMonths` and `average` look back from it. */
type Counts = {
  /** Due this month, and of these done until now. */
  due: number
  kept: number
  /** Done this month, whenever it was due. */
  monitoring: number
  notMet: number
  plans: number
  handled: number
  sixMonths: number
  average: number
}

export type OfficeWorkload = Counts & {
  officeId: string
  /** 常勤換算, where the region's file says it, and the average for each of them. */
  fullTime: number | undefined
  perFullTime: number | undefined
  members: (Counts & { memberId: string })[]
}

type Office = { id: string; fullTime?: number | undefined }

/**
 * What the additions count, by office and specialist. What was due belongs to who carries the case; what was done to
 * who did it. Offices without any are left out.
 */
export const workloads = (
  records: FeeRecords,
  offices: readonly Office[],
  month: Temporal.PlainYearMonth,
): OfficeWorkload[] =>
  offices.flatMap(({ id, fullTime }) => {
    const own = ofOffice(records, id)
    const people = new Set([
      ...own.monitoring.flatMap(({ memberId, done }) => [memberId, ...(done ? [done.by] : [])]),
      ...own.handled.map(({ memberId }) => memberId),
    ])
    const members = [...people].map((memberId) => ({ memberId, ...countsOf(own, month, memberId) }))
    if (members.length === 0) return []
    const total = countsOf(own, month)
    const perFullTime = fullTime ? total.average / fullTime : undefined
    return [{ officeId: id, ...total, fullTime, perFullTime, members }]
  })

const ofOffice = ({ monitoring, handled }: FeeRecords, id: string) => ({
  monitoring: monitoring.filter(({ officeId }) => officeId === id),
  handled: handled.filter(({ officeId }) => officeId === id),
})

const countsOf = (
  { monitoring, handled }: ReturnType<typeof ofOffice>,
  month: Temporal.PlainYearMonth,
  memberId?: string,
): Counts => {
  const isOwn = (id: string | undefined) => memberId === undefined || id === memberId
  const due = monitoring.filter((one) => one.dueMonth.equals(month) && isOwn(one.memberId))
  const doneNow = monitoring.filter(({ done }) => done?.on.toPlainYearMonth().equals(month) && isOwn(done.by))
  const notMet = doneNow.filter(({ done }) => done?.outcome === 'could_not_meet').length
  const own = handled.filter((one) => isOwn(one.memberId))
  const plans = sum(own.filter((one) => one.month.equals(month)).map((one) => one.plans))
  const sixMonths = sum(own.map((one) => one.monitoring + one.plans))
  return {
    due: due.length,
    kept: due.filter(({ done }) => done !== undefined).length,
    monitoring: doneNow.length - notMet,
    notMet,
    plans,
    handled: doneNow.length - notMet + plans,
    sixMonths,
    average: sixMonths / HANDLED_MONTHS,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
