/** Groups with the names people read. */
export type GroupsView = {
  meetingId: string
  seriesName: string
  startsAt: Temporal.ZonedDateTime
  place?: string
  preMeetingOn: Temporal.PlainDate
  groups: { facilitator: string; presenter?: string; others: string[] }[]
  openings: { presenter: string; text?: string }[]
}
