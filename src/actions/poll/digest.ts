import { drawPolls } from '../../cards/digest/meetings.ts'
import { weekly } from '../../domain/digest/morning.ts'
import { chasedPolls, type WaitingPoll } from '../../domain/poll/telling.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { eachOf } from '../../store/engine/read-concurrently.ts'
import { answeredOf, livePolls } from '../../store/poll/polls.ts'
import { digestSection, type Inquiry } from '../digest/section.ts'
import { titleForBody } from './poll-facts.ts'

type OpenPoll = WaitingPoll & {
  organiserId: string
  /** The deadline is over, and nobody has decided. */
  toDecide: boolean
}

const openPolls = async ({ scope, region, morning }: Inquiry): Promise<OpenPoll[]> => {
  const open = (await livePolls(scope)).filter(({ state }) => state === 'open')
  const answered = await answeredOf(
    scope,
    open.map(({ id }) => id),
  )
  const titles = await eachOf(open.map((poll) => titleForBody(scope, region, poll)))
  return open.map(({ id, title, deadline, bodyId, organiserId }, at) => ({
    pollId: id,
    title: titles[at] ?? title,
    deadline,
    organiserId,
    silent: rosterOf(region, bodyId, morning.today).filter(
      (member) => !answered.some(({ pollId, memberId }) => pollId === id && memberId === member),
    ),
    toDecide: Temporal.PlainDate.compare(deadline, morning.today) < 0,
  }))
}

/** Section: polls that the reader has not answered. */
export const pollsToAnswer = digestSection({
  name: 'polls-to-answer',
  load: openPolls,
  forReader: (polls, { id, here }, { morning }) =>
    chasedPolls(
      polls.filter(({ silent, toDecide }) => here && !toDecide && silent.includes(id)),
      morning,
    ),
  card: drawPolls('pollsToAnswer'),
})

/** Section: the reader's own polls that others have not answered. */
export const pollsMissing = digestSection({
  name: 'polls-missing',
  load: openPolls,
  forReader: (polls, { id, here }, { morning }) =>
    chasedPolls(
      polls.filter(
        ({ organiserId, silent, toDecide }) => here && !toDecide && organiserId === id && silent.length > 0,
      ),
      morning,
    ),
  card: drawPolls('pollsMissing'),
})

/** Section: the reader's own polls whose deadline is over. */
export const pollsToDecide = digestSection({
  name: 'polls-to-decide',
  load: openPolls,
  forReader: (polls, { id, here }, { morning }) =>
    weekly(
      polls.filter(({ organiserId, toDecide }) => here && toDecide && organiserId === id),
      morning,
    ),
  card: drawPolls('pollsToDecide'),
})
