import type { Card, ListItem, Part } from '../../bot/card.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { attendButton } from '../meeting/attendance.ts'
import { type DigestPart, sizeOf } from './digest.ts'
import { type Reader, section } from './parts.ts'

type Meeting = { meetingId: string; name: string; startsAt: Temporal.ZonedDateTime }

export type HomeView = {
  name: string
  digest: readonly DigestPart[]
  /** The next ones they attend. */
  meetings: Meeting[]
  /** For a coordinator: what the region has before it. */
  region?: {
    meetings: Meeting[]
    drafts: (Meeting & { publishAt: Temporal.ZonedDateTime })[]
    withheld: Meeting[]
    openings: { newUsers: number; offices: number }
  }
  /** Where one may practise. */
  practiceUrl?: string | undefined
}

/** What waits for one person, by kind, with the button that finishes each; then, for a coordinator, the region. */
export const homeCard = (view: HomeView, reader: Reader): Card => {
  const { text } = reader
  const { home, submit, due } = text.help
  return {
    tag: 'home',
    summary: home.heading(view.name),
    parts: [
      { part: 'heading', text: home.heading(view.name) },
      ...(sizeOf(view.digest) === 0 ? [{ part: 'text' as const, text: home.nothing }] : []),
      ...view.digest.flatMap((part) => part.draw(reader)),
      ...section(
        home.meetings,
        view.meetings.map((meeting) => ({
          ...meetingLine(meeting, reader),
          button: attendButton(meeting.meetingId, text),
        })),
      ),
      ...(view.region ? regionParts(view.region, reader) : []),
      { part: 'divider' },
      {
        part: 'buttons',
        buttons: [
          { label: submit, press: { command: 'summary.submit', options: {} } },
          { label: due, press: { command: 'monitoring.due', options: {} } },
          { label: home.help, press: { command: 'tsunagi.help', options: {} } },
        ],
      },
      ...(view.practiceUrl ? [{ part: 'note' as const, text: home.practice(view.practiceUrl) }] : []),
    ],
  }
}

const meetingLine = ({ name, startsAt }: Meeting, { language, text }: Reader): ListItem => ({
  text: text.digest.meeting(writeDateTime(startsAt.toPlainDateTime(), language), name),
})

const regionParts = (region: NonNullable<HomeView['region']>, reader: Reader): Part[] => {
  const { language, text } = reader
  const { home } = text.help
  const { newUsers, offices } = region.openings
  const preview = (meeting: Meeting, label: string) => ({
    label,
    press: { command: 'agenda.preview', options: { meeting: meeting.meetingId } },
  })
  return [
    { part: 'divider' },
    { part: 'heading', text: home.region },
    ...section(
      home.agendas,
      region.drafts.map((draft) => ({
        ...meetingLine(draft, reader),
        detail: home.publishAt(writeDateTime(draft.publishAt.toPlainDateTime(), language)),
        button: preview(draft, home.look),
      })),
    ),
    ...section(
      home.withheld,
      region.withheld.map((meeting) => ({
        ...meetingLine(meeting, reader),
        detail: home.withheldNext,
        button: {
          label: text.agendas.withheld.again,
          press: { command: 'agenda.publish', options: { meeting: meeting.meetingId } },
        },
      })),
    ),
    ...section(
      home.regionMeetings,
      region.meetings.map((meeting) => meetingLine(meeting, reader)),
    ),
    ...section(home.openings, [
      {
        text: offices === 0 ? text.openings.nothingTold : text.openings.heading(newUsers),
        button: { label: home.look, press: { command: 'openings.list', options: {} } },
      },
    ]),
  ]
}
