import type { Disclosed } from '../agenda/disclosure.ts'
import type { PaperTopic } from '../agenda/paper.ts'
import type { AgendaSection } from '../agenda/templates.ts'
import type { Presence } from '../meeting/attendance.ts'
import { numberOf, sectionsOf } from '../meeting/live.ts'
import type { MinutesItem, MinutesPaper } from './minutes-paper.ts'

/** What a version of the minutes says, whole: names as they were then, instants and days as ISO text. */
export type MinutesContent = {
  startedAt: string
  endedAt: string
  place?: string
  chair?: string
  recorder?: string
  items: MinutesEntry[]
  attendance: MinutesAttendance[]
}

export type MinutesEntry = {
  position: number
  section: AgendaSection
  /** Of an item without one, its section says what it is. */
  topic?: PaperTopic
  presenter?: string
  /** How long it really took. */
  minutes?: number
  begun: boolean
  carriedOver: boolean
  decision?: string
  followUps: { memberId: string; who: string; what: string; by: string }[]
}

export type MinutesAttendance = {
  memberId: string
  name: string
  office: string
  was: Presence | null
  deputy?: string | undefined
}

export type PaperWords = {
  section: (section: AgendaSection) => string
  online: (name: string) => string
  unconfirmed: string
}

/** Something was said of it, or it is an item of the agenda. */
export const isTold = ({ topic, decision, followUps }: MinutesEntry): boolean =>
  topic !== undefined || decision !== undefined || followUps.length > 0

export const entryNumber = ({ items }: MinutesContent, position: number): string => numberOf(items, position)

type Facts = Pick<MinutesPaper, 'title' | 'holdsCases' | 'version' | 'corrections' | 'issuedAt'> &
  Pick<Partial<MinutesPaper>, 'approval' | 'next'> & { timeZone: string }

/** A version of the minutes as the paper that is filed. */
export const minutesPaper = (
  content: Disclosed<MinutesContent>,
  facts: Facts,
  words: PaperWords,
): Disclosed<MinutesPaper> => {
  const { timeZone, ...given } = facts
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const told = content.items.filter(isTold)
  const paper: MinutesPaper = {
    ...given,
    occasion: {
      startsAt: at(content.startedAt),
      endsAt: at(content.endedAt),
      place: content.place,
    },
    chair: content.chair,
    recorder: content.recorder,
    attendance: [...Map.groupBy(content.attendance, ({ office }) => office)].map(([office, people]) => ({
      office,
      present: people
        .filter(isPresent)
        .map(({ name, was }) => (was === 'online' ? words.online(name) : name)),
      absent: people
        .filter((one) => !isPresent(one))
        .map(({ name, was, deputy }) => ({
          name,
          deputy,
          remark: was === null ? words.unconfirmed : undefined,
        })),
    })),
    sections: sectionsOf(content.items).map((name) => ({
      name,
      items: told
        .filter(({ section, begun, carriedOver }) => section === name && (begun || !carriedOver))
        .map((entry) => paperItem(entry, words)),
    })),
    carriedOver: told
      .filter(({ begun, carriedOver }) => carriedOver && !begun)
      .map(({ topic, section }) => ({ topic: topic ?? { title: words.section(section) } })),
  }
  return paper as Disclosed<MinutesPaper>
}

export const isPresent = ({ was }: MinutesAttendance): boolean => was === 'present' || was === 'online'

const paperItem = (
  { topic, section, decision, followUps, carriedOver }: MinutesEntry,
  words: PaperWords,
): MinutesItem => ({
  topic: topic ?? { title: words.section(section) },
  decisions: decision === undefined ? [] : [decision],
  followUps: followUps.map(({ what, who, by }) => ({ what, who, by: Temporal.PlainDate.from(by) })),
  goesOn: carriedOver,
})
