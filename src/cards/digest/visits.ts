import type { Part } from '../../bot/card.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Digest } from '../../domain/digest/digest.ts'
import { readVisitButton, reportVisitButton } from '../visit.ts'
import { type Reader, section, standIn } from './parts.ts'

/** For those who visit, and for the municipality that hears of it. */
export const visitSections = ({ visits, visitReports }: Digest, reader: Reader): Part[] => {
  const { text, language, officeName } = reader
  const { digest: words, list } = text.visits
  return [
    ...section(
      words.heading,
      visits.map(({ id, officeId, plannedOn, visitorId, why }) => {
        const office = officeName(officeId)
        const detail = standIn(visitorId, reader)
        return {
          text: why === 'today' ? words.today(office) : words[why](writeDate(plannedOn, language), office),
          ...(detail.length > 0 ? { detail: detail.join('\n') } : {}),
          ...(why === 'soon' ? {} : { button: reportVisitButton(id, text) }),
        }
      }),
    ),
    ...section(
      words.reported,
      visitReports.map(({ id, officeId, doneOn }) => ({
        text: list.item(writeDate(doneOn, language), officeName(officeId)),
        button: readVisitButton(id, text),
      })),
    ),
  ]
}
