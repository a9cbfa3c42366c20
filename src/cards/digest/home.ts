import {
  button,
  buttons,
  type Card,
  card,
  divider,
  heading,
  type ListItem,
  note,
  type Part,
  paragraph,
} from '../../bot/card.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { attendButton } from '../meeting/attendance.ts'
import { type DigestPart, sizeOf } from './digest.ts'
import { type Reader, section } from './parts.ts'

type Meeting = { meetingId: string; name: string; startsAt: Temporal.ZonedDateTime }

export type HomeView = {
  name: string
  digest: readonly DigestPart[]
  /** The next meetings they attend. */
  meetings: Meeting[]
  /** For a coordinator: what the region has before it. */
  region?: {
    meetings: Meeting[]
    drafts: (Meeting & { publishAt: Temporal.ZonedDateTime })[]
    withheld: Meeting[]
    openings: { newUsers: number; offices: number }
  }
  /** Address of the practice workspace. */
  practiceUrl?: string | undefined
}

/** What waits for one person, by kind, with the button that finishes each; then, for a coordinator, the region. */
export const homeCard = (view: HomeView, reader: Reader): Card => {
  const { text } = reader
  const { home, submit, due } = text.help
  return card(
    'home',
    home.heading(view.name),
    sizeOf(view.digest) === 0 && paragraph(home.nothing),
    view.digest.flatMap((part) => part.draw(reader)),
    section(
      home.meetings,
      view.meetings.map((meeting) => ({
        ...meetingLine(meeting, reader),
        button: attendButton(meeting.meetingId, text),
      })),
    ),
    view.region && regionParts(view.region, reader),
    divider(),
    buttons(
      button(submit, 'summary.submit'),
      button(due, 'monitoring.due'),
      button(home.help, 'tsunagi.help'),
    ),
    note(view.practiceUrl && home.practice(view.practiceUrl)),
  )
}

const meetingLine = ({ name, startsAt }: Meeting, { language, text }: Reader): ListItem => ({
  text: text.digest.meeting(writeDateTime(startsAt.toPlainDateTime(), language), name),
})

const regionParts = (region: NonNullable<HomeView['region']>, reader: Reader): Part[] => {
  const { language, text } = reader
  const { home } = text.help
  const { newUsers, offices } = region.openings
  return [
    divider(),
    heading(home.region),
    ...section(
      home.agendas,
      region.drafts.map((draft) => ({
        ...meetingLine(draft, reader),
        detail: home.publishAt(writeDateTime(draft.publishAt.toPlainDateTime(), language)),
        button: button(home.look, 'agenda.preview', { meeting: draft.meetingId }),
      })),
    ),
    ...section(
      home.withheld,
      region.withheld.map((meeting) => ({
        ...meetingLine(meeting, reader),
        detail: home.withheldNext,
        button: button(text.agendas.withheld.again, 'agenda.publish', { meeting: meeting.meetingId }),
      })),
    ),
    ...section(
      home.regionMeetings,
      region.meetings.map((meeting) => meetingLine(meeting, reader)),
    ),
    ...section(home.openings, [
      {
        text: offices === 0 ? text.openings.nothingTold : text.openings.heading(newUsers),
        button: button(home.look, 'openings.list'),
      },
    ]),
  ]
}
