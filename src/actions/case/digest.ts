import { drawAssigned } from '../../cards/digest/cases.ts'
import { assignedSince } from '../../store/case/cases.ts'
import { byAsked, digestSection } from '../digest/section.ts'

/** Section: cases handed to the reader by somebody else since the last morning. */
export const assignedCases = digestSection({
  name: 'assigned',
  load: async (inquiry) => byAsked(await assignedSince(inquiry.scope, inquiry.toldFrom), inquiry),
  forReader: (assigned, { id }) => assigned.get(id) ?? [],
  card: drawAssigned,
})
