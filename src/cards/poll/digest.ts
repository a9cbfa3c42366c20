import type { ListItem } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { WaitingPoll } from '../../domain/poll/telling.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { pollButton } from './poll.ts'

type Reader = { language: Language; text: Catalogue; nameOf: (memberId: string) => string }

/** Digest section: what the reader is to answer, who keeps their poll waiting, which polls wait for a day. */
export const pollDigestParts = (
  digest: Record<'pollsToAnswer' | 'pollsMissing' | 'pollsToDecide', readonly WaitingPoll[]>,
  { language, text, nameOf }: Reader,
): { title: string; items: ListItem[] }[] => {
  const words = text.polls
  return [
    {
      title: words.digest.toAnswer,
      items: digest.pollsToAnswer.map(({ pollId, title, deadline }) => ({
        text: words.digest.line(title, writeDate(deadline, language)),
        button: pollButton('meeting.answer', pollId, words.message.answer),
      })),
    },
    {
      title: words.digest.missing,
      items: digest.pollsMissing.map(({ pollId, title, silent }) => ({
        text: words.digest.count(title, silent.length),
        detail: silent.map(nameOf).join(text.answers.listSeparator),
        button: pollButton('meeting.poll', pollId, words.message.table),
      })),
    },
    {
      title: words.digest.toDecide,
      items: digest.pollsToDecide.map(({ pollId, title, deadline }) => ({
        text: words.digest.line(title, writeDate(deadline, language)),
        button: pollButton('meeting.decide', pollId, words.proposal.decide),
      })),
    },
  ]
}
