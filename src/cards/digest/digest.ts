import type { Button, Card, ListItem, Part } from '../../bot/card.ts'
import { writeDate, writeDateTime, writeMonth } from '../../domain/calendar/write-date.ts'
import { type Digest, type EndingPlan, type OpenMonth, sizeOf } from '../../domain/digest/digest.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { gsvItem } from '../gsv/digest.ts'
import { handoverSections } from '../handover.ts'
import { attendButton } from '../meeting/attendance.ts'
import { changedMeetingItem } from '../meeting/change.ts'
import { pollDigestParts } from '../poll/digest.ts'
import { rotaItem } from '../rota/digest.ts'
import { wantedName, writePress } from '../summary.ts'
import { followUpSections } from './followups.ts'
import { type Reader, section, standIn } from './parts.ts'
import { visitSections } from './visits.ts'

/** One morning's message to one person: each line can be finished by its button. */
export const digestCard = (digest: Digest, today: Temporal.PlainDate, reader: Reader): Card => {
  const { language, text } = reader
  const heading = text.digest.heading(writeDate(today, language))
  return {
    tag: 'digest',
    summary: text.digest.summary(sizeOf(digest)),
    parts: [{ part: 'heading', text: heading }, ...digestParts(digest, reader)],
  }
}

/** What waits for one person, by kind. */
export const digestParts = (digest: Digest, reader: Reader): Part[] => {
  const { language, text } = reader
  const words = text.digest
  const open = openItem(reader)
  const plan = planItem(reader)
  return [
    ...section(words.assigned, digest.assigned.map(assignedItem(reader))),
    ...section(words.overdue, digest.overdue.map(open)),
    ...section(words.lapsed, digest.lapsed.map(plan)),
    ...digest.toSubmit.flatMap(({ meeting, closes, summaries }) =>
      section(
        words.toSubmit(meeting.name, writeDate(meeting.date, language)),
        summaries.map((one) => ({
          text: wantedName(one, text),
          detail: [words.closes(writeDate(closes, language)), ...standIn(one.memberId, reader)].join('\n'),
          button: { label: words.write, press: writePress(one) },
        })),
      ),
    ),
    ...section(words.thisMonth, digest.thisMonth.map(open)),
    ...section(words.renewals, digest.renewals.map(plan)),
    ...followUpSections(digest, reader),
    ...handoverSections(digest, reader),
    ...visitSections(digest, reader),
    ...section(words.decided, digest.decided.map(decidedItem(reader))),
    ...section(words.proposals, digest.proposals.map(proposalItem(reader))),
    ...section(words.toAgree, digest.toAgree.map(agreeItem(reader))),
    ...section(words.notMet, digest.notMet.map(notMetItem(reader))),
    ...section(text.gsv.digest.heading, digest.gsv.map(gsvItem(reader))),
    ...section(text.rota.digest.heading, digest.rotas.map(rotaItem(reader))),
    ...section(words.escalated, escalatedItems(digest.escalated, reader)),
    ...section(
      text.meetings.changed.digest,
      digest.changedMeetings.map((one) => changedMeetingItem(one, language, text)),
    ),
    ...section(
      words.lastMonth,
      digest.lastMonth.map(({ name, month, items, withoutTime }) => ({
        text: words.carriedShare(
          name,
          writeMonth(month, language),
          items + withoutTime,
          withoutTime,
          Math.round((100 * withoutTime) / Math.max(1, items + withoutTime)),
        ),
      })),
    ),
    ...section(
      words.meetings,
      digest.meetings.map(({ meetingId, name, startsAt }) => ({
        text: words.meeting(writeDateTime(startsAt.toPlainDateTime(), language), name),
        button: attendButton(meetingId, text),
      })),
    ),
    ...pollDigestParts(digest, reader).flatMap(({ title, items }) => section(title, items)),
    ...section(text.minutes.digest.toApprove, digest.minutesToApprove.map(minutesItem(reader, 'read'))),
    ...section(text.minutes.digest.unwritten, digest.minutesMissing.map(minutesItem(reader, 'write'))),
  ]
}

const minutesItem =
  ({ language, text }: Reader, what: 'read' | 'write') =>
  ({ meetingId, name, date }: Digest['minutesMissing'][number]): ListItem => ({
    text: text.minutes.digest.line(writeDate(date, language), name),
    button: {
      label: text.minutes.digest[what],
      press: {
        command: what === 'read' ? 'minutes.show' : 'meeting.record',
        options: { meeting: meetingId },
      },
    },
  })

const withDetail = (text: string, detail: string[], button: Button): ListItem => ({
  text,
  ...(detail.length > 0 ? { detail: detail.join('\n') } : {}),
  button,
})

const openItem =
  (reader: Reader) =>
  ({ id, code, dueMonth, memberId }: OpenMonth): ListItem =>
    withDetail(
      reader.text.digest.monitoring(code, writeMonth(dueMonth, reader.language)),
      standIn(memberId, reader),
      {
        label: reader.text.digest.record,
        press: { command: 'monitoring.done', options: { monitoring: id } },
      },
    )

const planItem =
  (reader: Reader) =>
  ({ code, validTo, memberId }: EndingPlan): ListItem =>
    withDetail(
      reader.text.digest.ending(code, writeDate(validTo, reader.language)),
      standIn(memberId, reader),
      { label: reader.text.digest.renew, press: { command: 'plan.renew', options: { case: code } } },
    )

const showButton = (code: string, text: Catalogue): Button => ({
  label: text.digest.show,
  press: { command: 'case.show', options: { case: code } },
})

const assignedItem =
  (reader: Reader) =>
  ({ code, memberId }: Digest['assigned'][number]): ListItem =>
    withDetail(code, standIn(memberId, reader), showButton(code, reader.text))

const notMetItem =
  ({ text, language, nameOf }: Reader) =>
  ({ code, dueMonth, memberId }: Digest['notMet'][number]): ListItem => ({
    text: text.digest.monitoring(code, writeMonth(dueMonth, language)),
    detail: nameOf(memberId),
    button: showButton(code, text),
  })

const decidedItem =
  ({ text, language }: Reader) =>
  ({ code, intervalMonths, from, decision }: Digest['decided'][number]): ListItem => {
    const accepted = decision === 'accepted'
    const written = [code, text.monitoring.every(intervalMonths), writeMonth(from, language)] as const
    return {
      text: accepted ? text.digest.accepted(...written) : text.digest.declined(...written),
      button: accepted
        ? {
            label: text.digest.certificate,
            press: { command: 'plan.certificate', options: { case: code } },
          }
        : showButton(code, text),
    }
  }

const proposalItem =
  ({ text }: Reader) =>
  ({ id, code, intervalMonths }: Digest['proposals'][number]): ListItem => ({
    text: text.digest.proposal(code, text.monitoring.every(intervalMonths)),
    button: {
      label: text.digest.decide,
      press: { command: 'monitoring.decide', options: { proposal: id } },
    },
  })

const agreeItem =
  ({ text, nameOf }: Reader) =>
  ({ id, code, memberId }: Digest['toAgree'][number]): ListItem => ({
    text: code,
    detail: nameOf(memberId),
    button: { label: text.digest.read, press: { command: 'summary.agree', options: { summary: id } } },
  })

/** One line a person: a coordinator asks after people, not after codes. */
const escalatedItems = (months: OpenMonth[], { text, language, nameOf }: Reader): ListItem[] =>
  [...Map.groupBy(months, ({ memberId }) => memberId)].map(([memberId, theirs]) => ({
    text: text.digest.escalatedMember(nameOf(memberId), theirs.length),
    detail: theirs
      .map(({ code, dueMonth }) => text.digest.monitoring(code, writeMonth(dueMonth, language)))
      .join(text.answers.listSeparator),
    button: {
      label: text.digest.look,
      press: { command: 'monitoring.due', options: { member: memberId } },
    },
  }))
