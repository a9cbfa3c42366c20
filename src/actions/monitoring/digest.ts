import {
  drawDecided,
  drawEscalated,
  drawNotMet,
  drawOpenMonths,
  drawProposals,
} from '../../cards/digest/cases.ts'
import { newOrWeekly, tellsOpenWork } from '../../domain/digest/morning.ts'
import {
  escalatedMonths,
  isBefore,
  monthsOfNow,
  type OpenMonth,
  overdueMonths,
} from '../../domain/monitoring/telling.ts'
import { decidedSince, openProposals } from '../../store/monitoring/interval-proposals.ts'
import { dueMonitorings, notMetSince } from '../../store/monitoring/monitorings.ts'
import { byAsked, digestSection, type Inquiry, isNew, itself } from '../digest/section.ts'

/** Open months up to this one. On other days than those that tell open work, only what others left over may be told. */
const dueMonths = async (inquiry: Inquiry) => {
  const { scope, morning, carriers } = inquiry
  const month = morning.today.toPlainYearMonth()
  const due = await dueMonitorings(scope, morning.today, {
    memberIds: carriers,
    before: tellsOpenWork(morning) ? undefined : month,
  })
  return {
    due: byAsked(due, inquiry, itself),
    before: due.filter(({ dueMonth }) => isBefore(dueMonth, morning)),
  }
}

const told = (months: readonly OpenMonth[]) => ({ monitoring: months.length })

export const overdue = digestSection({
  name: 'overdue',
  exists: ({ morning }) => tellsOpenWork(morning),
  load: dueMonths,
  forReader: ({ due }, reader, { morning }) => overdueMonths(due(reader), morning),
  card: drawOpenMonths((words) => words.overdue),
  told,
})

export const thisMonth = digestSection({
  name: 'this-month',
  exists: ({ morning }) => tellsOpenWork(morning),
  load: dueMonths,
  forReader: ({ due }, reader, { morning }) => monthsOfNow(due(reader), morning),
  card: drawOpenMonths((words) => words.thisMonth),
  told,
})

/** Section for a coordinator: what others have not recorded, after the grace. */
export const escalated = digestSection({
  name: 'escalated',
  exists: ({ isReadBy }) => isReadBy('coordinator'),
  load: dueMonths,
  forReader: ({ before }, { id, coordinates }, { asked, morning }) =>
    coordinates
      ? escalatedMonths(
          before.filter(({ memberId }) => asked.get(memberId) !== id),
          morning,
        )
      : [],
  card: drawEscalated,
})

/** For a coordinator: recorded since the last morning. */
export const notMet = digestSection({
  name: 'not-met',
  exists: ({ isReadBy }) => isReadBy('coordinator'),
  load: ({ scope, toldFrom }) => notMetSince(scope, toldFrom),
  forReader: (months, { coordinates }) => (coordinates ? months : []),
  card: drawNotMet,
})

/** Section: what the municipality decided since the last morning. */
export const decidedIntervals = digestSection({
  name: 'decided',
  load: async (inquiry) => byAsked(await decidedSince(inquiry.scope, inquiry.toldFrom), inquiry, itself),
  forReader: (decided, reader) => decided(reader),
  card: drawDecided,
})

/** Section for an officer: what their municipality has to decide. */
export const proposals = digestSection({
  name: 'proposals',
  exists: ({ isReadBy }) => isReadBy('officer'),
  load: async (inquiry) =>
    (await openProposals(inquiry.scope)).map((one) => ({ ...one, isNew: isNew(one.proposedAt, inquiry) })),
  forReader: (open, { decides, municipality }, { morning }) =>
    decides
      ? newOrWeekly(
          open.filter(({ municipalityId }) => municipalityId === municipality),
          morning,
        )
      : [],
  card: drawProposals,
})
