import type { Part } from '../../bot/card.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { ReportedVisit, ToldVisit } from '../../domain/visit/telling.ts'
import { readVisitButton, reportVisitButton } from '../visit.ts'
import { type Reader, section, standIn } from './parts.ts'

/** Section for those who visit. */
export const drawVisits = (visits: readonly ToldVisit[], reader: Reader): Part[] => {
  const { text, language, officeName } = reader
  const { digest: words } = text.visits
  return section(
    words.heading,
    visits.map(({ id, officeId, plannedOn, visitorId, why }) => {
      const office = officeName(officeId)
      const detail = standIn(visitorId, reader)
      return {
        text: why === 'today' ? words.today(office) : words[why](writeDate(plannedOn, language), office),
        detail: detail.length > 0 ? detail.join('\n') : undefined,
        button: why === 'soon' ? undefined : reportVisitButton(id, text),
      }
    }),
  )
}

/** Section for the municipality that is told of a report. */
export const drawVisitReports = (
  visits: readonly ReportedVisit[],
  { text, language, officeName }: Reader,
): Part[] =>
  section(
    text.visits.digest.reported,
    visits.map(({ id, officeId, doneOn }) => ({
      text: text.visits.list.item(writeDate(doneOn, language), officeName(officeId)),
      button: readVisitButton(id, text),
    })),
  )
