import type { GroupFault } from '../../domain/gsv/group-fault.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** Why groups cannot be formed, and what would work. */
export const groupFaultSentence = (
  fault: GroupFault,
  nameOf: (memberId: string) => string,
  text: Catalogue,
): string => {
  const words = text.gsv.groupFault
  switch (fault.reason) {
    case 'listed-twice':
      return words.listedTwice(nameOf(fault.id))
    case 'not-among-participants':
      return words.notAmongParticipants(nameOf(fault.id))
    case 'presenter-absent':
      return words.presenterAbsent(nameOf(fault.id))
    case 'too-few-people':
      return words.tooFewPeople(fault.people, fault.least)
    case 'size-out-of-range':
      return words.sizeOutOfRange(fault.least, fault.most, fault.works)
    case 'size-does-not-fit':
      return words.sizeDoesNotFit(fault.people, fault.size, fault.works)
    case 'too-few-facilitators':
      return words.tooFewFacilitators(fault.groups, fault.facilitators, fault.works)
    case 'too-many-presenters':
      return words.tooManyPresenters(fault.presenters, fault.groups, fault.works)
    case 'only-colleagues-to-lead':
      return words.onlyColleaguesToLead(fault.presenterIds.map(nameOf))
    default:
      return fault satisfies never
  }
}
