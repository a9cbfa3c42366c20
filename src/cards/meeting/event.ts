import { type Card, card, paragraph } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type Held = {
  meeting: {
    id: string
    title: string | null
    startsAt: Temporal.Instant
    durationMinutes: number
    cancelled: string | null
  }
  series: Pick<Region['series'][number], 'name' | 'place'>
  body: Pick<Region['bodies'][number], 'name'>
}

/** A meeting among a workspace's events. */
export const meetingEventCard = (
  { meeting, series, body }: Held,
  timeZone: string,
  language: Language,
  text: Catalogue,
): Card => {
  const { id, startsAt, durationMinutes, cancelled } = meeting
  const name = meeting.title ?? series.name
  const when = writeDateTime(startsAt.toZonedDateTimeISO(timeZone).toPlainDateTime(), language)
  const about = text.meetings.event(body.name, when, durationMinutes)
  return {
    ...card('meeting.event', { summary: name }, paragraph(about)),
    event: {
      id,
      name,
      about,
      where: series.place ?? body.name,
      startsAt: startsAt.toString(),
      endsAt: startsAt.add({ minutes: durationMinutes }).toString(),
      cancelled: cancelled !== null,
    },
  }
}
