import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import type { PollContext } from './poll-facts.ts'

/** A poll with the names people read. */
export const pollView = (region: Region, context: PollContext) => {
  const { poll, bodyName, asked, required, days } = context
  const nameOf = (id: string) => memberName(region, id)
  return {
    id: poll.id,
    title: poll.title,
    body: bodyName,
    organiser: nameOf(poll.organiserId),
    minutes: poll.durationMinutes,
    deadline: poll.deadline,
    required: required.map(nameOf),
    asked: asked.length,
    decidesItself: poll.decidesItself,
    preparatory: poll.preparatory,
    days: days.map((day) => ({ ...day, when: day.startsAt.toZonedDateTimeISO(region.timeZone) })),
  }
}
