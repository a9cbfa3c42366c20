import { drawAssigned, drawOrphaned } from '../../cards/digest/cases.ts'
import { isCarried } from '../../domain/case/permission.ts'
import { tellsOpenWork } from '../../domain/digest/morning.ts'
import { assignedSince, casesInCharge } from '../../store/case/cases.ts'
import { byAsked, digestSection, itself } from '../digest/section.ts'

/** Section: cases handed to the reader by somebody else since the last morning. */
export const assignedCases = digestSection({
  name: 'assigned',
  load: async (inquiry) => byAsked(await assignedSince(inquiry.scope, inquiry.toldFrom), inquiry, itself),
  forReader: (assigned, reader) => assigned(reader),
  card: drawAssigned,
})

/**
 * Section for a coordinator, weekly: cases whose person in charge moved to another office or left, and sees them no
 * more. Nobody else hears of those as theirs.
 */
export const orphanedCases = digestSection({
  name: 'orphaned',
  exists: ({ isReadBy, morning }) => tellsOpenWork(morning) && isReadBy('coordinator'),
  load: async ({ scope, region, morning }) =>
    (await casesInCharge(scope)).filter((one) => !isCarried(one, region, morning.today)),
  forReader: (orphaned, { coordinates }) => (coordinates ? orphaned : []),
  card: drawOrphaned,
})
