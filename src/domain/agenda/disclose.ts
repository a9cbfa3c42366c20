import type { MinutesContent } from '../minutes/minutes-content.ts'
import type { AgendaTopic, AgendaView } from './agenda-view.ts'
import type { Disclosed, Disclosure } from './disclosure.ts'

/**
 * Take out of an agenda or of minutes what a body's posts and papers may not show: the one place of the rule (DESIGN
 * truth 3), whatever is made of it then: a card, a file, a thread's name. `codes`: the region's own case codes.
 *
 * `topics` shows no case code, not even one that somebody typed into a text; `codes` shows codes; `summaries` also shows
 * what was written about a case. What a meeting decided, and gave to whom, is what minutes are: it is in at any level.
 */
export const disclose = <Shown extends AgendaView | MinutesContent>(
  shown: Shown,
  level: Disclosure,
  codes: readonly string[],
): Disclosed<Shown> => {
  const part: AgendaView | MinutesContent =
    'topics' in shown ? agendaAt(shown, level) : minutesAt(shown, level)
  return (level === 'topics' ? withoutCodes(part, codes) : part) as Disclosed<Shown>
}

const agendaAt = (view: AgendaView, level: Disclosure): AgendaView => ({
  ...view,
  topics: new Map([...view.topics].map(([id, topic]) => [id, topicAt(topic, level)])),
})

const topicAt = (topic: AgendaTopic, level: Disclosure): AgendaTopic => ({
  ...withCodeAt(topic, level),
  written: level === 'summaries' ? topic.written : [],
  followUps: topic.followUps?.map((followUp) => ({
    ...withCodeAt(followUp, level),
    what: level === 'summaries' ? followUp.what : undefined,
  })),
})

const minutesAt = (content: MinutesContent, level: Disclosure): MinutesContent => ({
  ...content,
  items: content.items.map((entry) => ({ ...entry, topic: entry.topic && withCodeAt(entry.topic, level) })),
})

const withCodeAt = <Named extends { code?: string }>(named: Named, level: Disclosure): Named => ({
  ...named,
  code: level === 'topics' ? undefined : named.code,
})

/** What stands in place of a code. */
const TAKEN_OUT = '○○'

/** What a code is written in, full width and half; a whole word of it is one code or none. */
const CODE_LIKE = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９](?:[-－‐‑–−]?[A-Za-z0-9Ａ-Ｚａ-ｚ０-９])*/g
const HYPHENS = /[‐‑–−]/g

/** Nothing tells a code of so few digits alone from a number of people, hours or rooms: those are left. */
const MERE_NUMBER = /^\d{1,3}$/

/** Every text in it without the region's codes, however they are typed; what is no text stays as it is. */
export const withoutCodes = <Thing>(thing: Thing, codes: readonly string[]): Thing => {
  const known = new Set(codes.filter((code) => !MERE_NUMBER.test(code)))
  return known.size === 0
    ? thing
    : (eachText(thing, (text) => text.replace(CODE_LIKE, taken(known))) as Thing)
}

const taken =
  (codes: ReadonlySet<string>) =>
  (word: string): string =>
    codes.has(word.normalize('NFKC').replace(HYPHENS, '-').toUpperCase()) ? TAKEN_OUT : word

/** A day or an instant as data has it. */
const WHEN = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/

const eachText = (thing: unknown, change: (text: string) => string): unknown => {
  if (typeof thing === 'string') return WHEN.test(thing) ? thing : change(thing)
  if (Array.isArray(thing)) return thing.map((one) => eachText(one, change))
  if (thing instanceof Map) return new Map([...thing].map(([key, one]) => [key, eachText(one, change)]))
  if (typeof thing !== 'object' || thing === null || Object.getPrototypeOf(thing) !== Object.prototype)
    return thing
  return Object.fromEntries(Object.entries(thing).map(([key, one]) => [key, eachText(one, change)]))
}
