import { withoutCodes } from '../case/hide-codes.ts'
import type { MinutesContent } from '../minutes/minutes-content.ts'
import { tellsOfPerson } from '../summary/forms.ts'
import type { AgendaTopic, AgendaView, ShownAgenda } from './agenda-view.ts'
import type { Clearance, Disclosed, Disclosure } from './disclosure.ts'
import type { PaperTopic } from './paper.ts'

/**
 * Take out of something what its readers may not see: the one place of the rule (DESIGN truth 3), whatever is made of
 * it then: a card, a file, a thread's name.
 *
 * - `topics` shows no case code, not even one that somebody typed into a text; no title of an intake, which tells of
 *   somebody who has no code yet; and no paper of a case.
 * - `codes` shows codes, and an intake by its title.
 * - `summaries` also shows what was written about a case.
 *
 * What a meeting decided, and gave to whom, is what minutes are: it is in at any level, without codes where they are not
 * shown. Why somebody was absent is in minutes at none: it is for who runs the meeting.
 */
export const disclose = <Shown>(shown: Shown, clearance: Clearance): Shows<Shown> => {
  const part = atLevel(shown, clearance.level)
  return (clearance.level === 'topics' ? withoutCodes(part, clearance.codes) : part) as Shows<Shown>
}

type Shows<Shown> = Shown extends AgendaView ? ShownAgenda : Disclosed<Shown>

const atLevel = (shown: unknown, level: Disclosure): unknown => {
  if (isAgenda(shown)) return agendaAt(shown, level)
  return isMinutes(shown) ? minutesAt(shown, level) : shown
}

const isObject = (shown: unknown): shown is object => typeof shown === 'object' && shown !== null
const isAgenda = (shown: unknown): shown is AgendaView => isObject(shown) && 'topics' in shown
const isMinutes = (shown: unknown): shown is MinutesContent =>
  isObject(shown) && 'items' in shown && 'attendance' in shown

const agendaAt = (view: AgendaView, level: Disclosure): AgendaView => ({
  ...view,
  topics: new Map([...view.topics].map(([id, topic]) => [id, topicAt(topic, level)])),
})

const topicAt = (topic: AgendaTopic, level: Disclosure): AgendaTopic => ({
  ...namedAt(topic, level),
  paper: showsPapers(topic, { level }) ? topic.paper : undefined,
  written: level === 'summaries' ? topic.written : [],
  followUps: topic.followUps?.map((followUp) => ({
    ...followUp,
    code: level === 'topics' ? undefined : followUp.code,
    what: level === 'summaries' ? followUp.what : undefined,
  })),
})

/** What is handed round with a case is the case's, its title and its address too. */
export const showsPapers = ({ form }: Pick<AgendaTopic, 'form'>, { level }: { level: Disclosure }): boolean =>
  level !== 'topics' || form === undefined || !tellsOfPerson(form)

const minutesAt = (content: MinutesContent, level: Disclosure): MinutesContent => ({
  ...content,
  items: content.items.map((entry) => ({ ...entry, topic: entry.topic && namedAt(entry.topic, level) })),
  // Versions that an earlier release wrote hold the reasons.
  attendance: content.attendance.map(({ memberId, name, office, was, deputy }) => ({
    memberId,
    name,
    office,
    was,
    deputy,
  })),
})

/** What an item is called: a title only where it tells of no case. */
const namedAt = <Named extends PaperTopic>(named: Named, level: Disclosure): Named =>
  level === 'topics'
    ? {
        ...named,
        code: undefined,
        title: named.form && tellsOfPerson(named.form) ? undefined : named.title,
      }
    : named
