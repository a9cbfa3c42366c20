import {
  button,
  buttons,
  type Card,
  card,
  type ListItem,
  list,
  note,
  paragraph,
  present,
} from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDateTime, writeDuration } from '../domain/calendar/write-date.ts'
import type { DeliveryLine, LateGroup } from '../domain/delivery/line.ts'
import { LATE_AFTER, mayBeTriedAgain } from '../domain/delivery/outcome.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { noticeName } from '../text/notice-name.ts'
import { platformTitle } from './workspace.ts'

export type LedgerReader = {
  now: Temporal.Instant
  timeZone: string
  language: Language
  text: Catalogue
  nameOf(memberId: string): string
}

const at = (instant: Temporal.Instant, { timeZone, language }: LedgerReader): string =>
  writeDateTime(instant.toZonedDateTimeISO(timeZone).toPlainDateTime(), language)

export const kindName = (kind: string, text: Catalogue): string =>
  noticeName(kind, text) ?? text.deliveries.otherKind

/** Explains in a sentence how a delivery ended, or what it waits for. */
export const outcomeOf = (line: DeliveryLine, reader: LedgerReader): string => {
  const { now, language, text } = reader
  const words = text.deliveries
  const reason = line.reason ?? ''
  switch (line.state) {
    case 'sent': {
      const sentAt = line.sentAt ?? line.promisedFor
      const delay = line.promisedFor.until(sentAt)
      const isLate = Temporal.Duration.compare(delay, LATE_AFTER) > 0
      const minutes = Math.round(delay.total('minutes'))
      return isLate
        ? words.sentLate(at(sentAt, reader), writeDuration(minutes, language))
        : words.sentOnTime(at(sentAt, reader))
    }
    case 'skipped':
      return words.skipped[reason] ?? words.otherSkipped
    case 'sending':
      return words.looks(at(line.dueAt, reader))
    case 'waiting': {
      const why = reason === '' ? '' : (words.waiting[reason] ?? words.otherWaiting)
      if (Temporal.Instant.compare(line.dueAt, now) <= 0) return words.soon(why)
      const isAhead = reason === '' && Temporal.Instant.compare(line.promisedFor, now) > 0
      return isAhead ? words.planned : words.waits(at(line.dueAt, reader), why)
    }
    default:
      return line.state satisfies never
  }
}

/** Whom or where it is for. */
export const addresseeOf = (line: DeliveryLine, { text, nameOf }: LedgerReader): string =>
  line.readerId === null
    ? text.deliveries.inChannel(platformTitle(line.platform, text))
    : nameOf(line.readerId)

const itemOf = (line: DeliveryLine, reader: LedgerReader): ListItem => ({
  text: reader.text.deliveries.line(at(line.promisedFor, reader), kindName(line.kind, reader.text)),
  detail: outcomeOf(line, reader),
})

/** Lists one member's own deliveries, newest first. `mayManage`: the reader looks after the region's, too. */
export const ownLedgerCard = (
  lines: readonly DeliveryLine[],
  member: string,
  mayManage: boolean,
  reader: LedgerReader,
): Card => {
  const words = reader.text.deliveries.own
  const heading = words.heading(member)
  return card(
    'ledger.own',
    heading,
    lines.length === 0 ? paragraph(words.none) : list(lines.map((line) => itemOf(line, reader))),
    mayManage && buttons(button(words.region, 'tsunagi.undelivered')),
    note(words.note),
  )
}

/** Lists what went wrong in the region, with the reasons, and a retry button where it can help. */
export const regionLedgerCard = (lines: readonly DeliveryLine[], reader: LedgerReader): Card => {
  const words = reader.text.deliveries.region
  const items = lines.map((line): ListItem => {
    const { text, detail = '' } = itemOf(line, reader)
    const retry = { command: 'tsunagi.retry', options: { delivery: line.id } }
    return {
      text,
      detail: `${reader.text.deliveries.to(addresseeOf(line, reader))}${detail}`,
      button:
        line.state === 'skipped' && mayBeTriedAgain(line.reason ?? '')
          ? { label: words.retry, press: retry }
          : undefined,
    }
  })
  return card(
    'ledger.region',
    words.heading,
    items.length === 0 ? paragraph(words.none) : [list(items), note(words.note)],
  )
}

/** Tells the coordinators once after an outage. */
export const lateReportCard = (
  groups: readonly LateGroup[],
  until: Temporal.Instant,
  reader: LedgerReader,
): Card => {
  const words = reader.text.deliveries.late
  const [first = until] = groups.map(({ firstPromised }) => firstPromised).toSorted(Temporal.Instant.compare)
  const items = groups.map(({ kind, sent, givenUp, firstPromised, lastSent }) => ({
    text: `${kindName(kind, reader.text)}: ${words.planned(at(firstPromised, reader))}`,
    detail: present<string>(
      sent > 0 && words.sent(sent, at(lastSent ?? until, reader)),
      givenUp > 0 && words.givenUp(givenUp),
    ).join('\n'),
  }))
  return card(
    'ledger.late',
    words.heading,
    paragraph(words.text(at(first, reader), at(until, reader))),
    list(items),
    buttons(button(words.open, 'tsunagi.undelivered')),
  )
}
