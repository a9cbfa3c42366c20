import type { Card, ListItem, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate, writeDateTime, writeMonth } from '../domain/date-text/write-date.ts'
import type { Digest } from '../domain/digest/digest.ts'
import type { Catalogue } from '../text/catalogue.ts'

export type DigestMonitoring = { id: string; code: string; dueMonth: Temporal.PlainYearMonth }
export type DigestMeeting = { name: string; startsAt: Temporal.ZonedDateTime }
export type DigestPlan = { code: string }

/** One morning's message to one person: each line can be finished by its button. */
export const digestCard = (
  digest: Digest<DigestMonitoring, DigestMeeting, DigestPlan>,
  today: Temporal.PlainDate,
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.digest
  const count = digest.overdue.length + digest.thisMonth.length + digest.meetings.length
  const plans = digest.toSubmit.reduce((sum, { plans }) => sum + plans.length, 0)
  return {
    tag: 'digest',
    summary: words.summary(count + plans),
    parts: [
      { part: 'heading', text: words.heading(writeDate(today, language)) },
      ...section(words.overdue, digest.overdue.map(monitoringItem(language, text))),
      ...digest.toSubmit.flatMap(({ meeting, closes, plans }) =>
        section(
          words.toSubmit(meeting.name, writeDate(meeting.startsAt.toPlainDate(), language)),
          plans.map(({ code }) => ({
            text: code,
            detail: words.closes(writeDate(closes, language)),
            button: { label: words.write, press: { command: 'summary.submit', options: { case: code } } },
          })),
        ),
      ),
      ...section(words.thisMonth, digest.thisMonth.map(monitoringItem(language, text))),
      ...section(
        words.meetings,
        digest.meetings.map(({ name, startsAt }) => ({
          text: words.meeting(writeDateTime(startsAt.toPlainDateTime(), language), name),
        })),
      ),
    ],
  }
}

const monitoringItem =
  (language: Language, text: Catalogue) =>
  ({ id, code, dueMonth }: DigestMonitoring): ListItem => ({
    text: text.digest.monitoring(code, writeMonth(dueMonth, language)),
    button: {
      label: text.digest.record,
      press: { command: 'monitoring.done', options: { monitoring: id } },
    },
  })

const section = (title: string, items: ListItem[]): Part[] =>
  items.length === 0 ? [] : [{ part: 'divider' }, { part: 'text', text: title }, { part: 'list', items }]
