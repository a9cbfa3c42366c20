import { addBusinessDays, type WorkingCalendar } from '../calendar/working-calendar.ts'

/** A sheet that waits, or was answered since the last morning. */
export type OpenSheet = {
  id: string
  code: string
  senderId: string
  receiverId: string
  state: 'sent' | 'acknowledged' | 'returned' | 'expired'
  sentOn: Temporal.PlainDate
  /** Sent, or answered, since the last morning. */
  isNew: boolean
  /** The reader is the one who is to answer it; otherwise its sender, or the centre. */
  as: 'receiver' | 'sender' | 'centre'
}
export type ToldSheet = OpenSheet &
  ({ why: 'received' | 'late' | 'acknowledged' | 'returned' } | { why: 'expired'; as: 'receiver' | 'sender' })
type Morning = { today: Temporal.PlainDate; since: Temporal.PlainDate; calendar: WorkingCalendar }

const LATE_BUSINESS_DAYS = 5
const compare = Temporal.PlainDate.compare

/**
 * The receiver hears of a sheet the morning after and then weekly until it is answered; the sender hears the answer
 * once; both the sender and the centre hear where none came in five business days. That one has expired, both sides
 * hear once.
 */
export const toldSheets = (sheets: readonly OpenSheet[], morning: Morning, weekly: boolean): ToldSheet[] =>
  sheets.flatMap((sheet): ToldSheet[] => {
    const { state, as, isNew } = sheet
    if (state === 'expired') return isNew && as !== 'centre' ? [{ ...sheet, as, why: 'expired' }] : []
    const why = reasonToTell({ ...sheet, state }, morning, weekly)
    return why ? [{ ...sheet, why }] : []
  })

const reasonToTell = (
  { state, as, isNew, sentOn }: OpenSheet & { state: Exclude<OpenSheet['state'], 'expired'> },
  { today, since, calendar }: Morning,
  weekly: boolean,
): Exclude<ToldSheet['why'], 'expired'> | undefined => {
  if (state !== 'sent') return as === 'sender' && isNew ? state : undefined
  if (as === 'receiver') return isNew || weekly ? 'received' : undefined
  const late = addBusinessDays(calendar, sentOn, LATE_BUSINESS_DAYS + 1)
  if (late === undefined || compare(late, today) > 0) return undefined
  return weekly || compare(late, since) > 0 ? 'late' : undefined
}
