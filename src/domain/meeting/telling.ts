/** A meeting to come. */
export type ComingMeeting = {
  meetingId: string
  name: string
  startsAt: Temporal.ZonedDateTime
  date: Temporal.PlainDate
}

/** What people changed of a meeting by hand. */
export type ChangedMeeting = {
  meetingId: string
  name: string
  what: 'moved' | 'cancelled' | 'restored'
  reach: 'one' | 'after' | 'all'
  wasAt: Temporal.ZonedDateTime
  isAt: Temporal.ZonedDateTime
  reason: string | null
}
