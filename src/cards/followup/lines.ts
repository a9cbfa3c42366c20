import { present } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import type { FollowUpTopic } from '../../domain/agenda/agenda-view.ts'
import type { Disclosure } from '../../domain/agenda/disclosure.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** A line each: who, by when, and as much of what as the body may read. */
export const followUpLines = (
  followUps: readonly FollowUpTopic[],
  disclosure: Disclosure,
  language: Language,
  text: Catalogue,
): string[] =>
  followUps.map(({ member, dueOn, code, what }) =>
    present<string>(
      text.followUps.agenda.line(member, writeDate(dueOn, language)),
      !(code === undefined || disclosure === 'topics') && code,
      !(what === undefined || disclosure !== 'summaries') && what,
    ).join('\u3000'),
  )
