import type { Role } from '../member/roles.ts'
import type { AgendaTopic, FollowUpTopic, ShownAgenda } from './agenda-view.ts'
import { disclose, showsPapers } from './disclose.ts'
import type { Disclosed } from './disclosure.ts'
import { type GivenPaper, type ListedPaper, numberPapers } from './number-papers.ts'
import type { Attendees, NextMeeting, PaperOccasion, PaperTag, PaperTitle, PaperTopic } from './paper.ts'
import type { AgendaSection } from './templates.ts'

/** 次第, ready to be written out: holds nothing that its readers may not see. */
export type AgendaPaper = {
  title: PaperTitle
  occasion: PaperOccasion
  isDraft: boolean
  /** Codes or summaries of cases are in it: it is marked to be handled with care. */
  holdsCases: boolean
  attendees: readonly Attendees[]
  sections: readonly AgendaPaperSection[]
  /** Items that wait for the next meeting. */
  leftOver: number
  papers: readonly ListedPaper[]
  next?: NextMeeting
  /** Goes into the file as its date. */
  issuedAt: Temporal.ZonedDateTime
}

type AgendaPaperSection = {
  /** A section every council knows, or one that a region named itself. */
  name: AgendaSection | { own: string }
  items: readonly AgendaPaperItem[]
}

export type AgendaPaperItem = {
  topic: PaperTopic
  minutes?: number
  startsAt?: Temporal.PlainTime
  /** 休憩, when this item has ended. */
  pauseAfter?: { startsAt: Temporal.PlainTime; minutes: number }
  presenter?: Presenter
  papers: readonly PaperTag[]
  /** How often it was carried over. */
  carriedOver: number
  written: readonly WrittenField[]
  /** The meetings it tells of, or the day it names. */
  days?: readonly Temporal.PlainDate[]
  /** 宿題の確認, in place of a topic: without what its readers may not see. */
  followUps?: readonly FollowUpTopic[]
}

/** One of these is printed: the office, or else the role, or else the name. */
export type Presenter = { office?: string; role?: Role; name?: string }

/** A field of a case summary; `label` where the region named it itself. */
type WrittenField = { field: string; label?: string; text: string }

/** What an agenda does not hold itself. */
export type AgendaPaperFacts = {
  issuedAt: Temporal.ZonedDateTime
  council?: string
  online?: string
  isDraft?: boolean
  attendees?: readonly Attendees[]
  /** By item id. */
  presenters?: ReadonlyMap<string, Presenter>
  /** By item id, after the one the item has already. */
  itemPapers?: ReadonlyMap<string, readonly GivenPaper[]>
  /** Of the whole meeting. */
  papers?: readonly GivenPaper[]
  next?: NextMeeting
}

/** An agenda as the paper that is filed. Closes with 閉会 where the body's own sections do not. */
export const agendaPaper = (view: ShownAgenda, given: AgendaPaperFacts): Disclosed<AgendaPaper> => {
  const facts = disclose(given, view.clearance)
  const { pause } = view.agenda
  const ids = view.agenda.sections.flatMap(({ items }) => items.map(({ id }) => id))
  const numbered = numberPapers([...ids.map((id) => papersOf(id, view, facts)), facts.papers ?? []])
  const tags = new Map(ids.map((id, index) => [id, (numbered[index] ?? []).map(({ tag }) => tag)]))
  const paper: AgendaPaper = {
    title: titleOf(view, facts.council),
    occasion: occasionOf(view, facts.online),
    isDraft: facts.isDraft ?? false,
    holdsCases: view.clearance.level !== 'topics',
    attendees: facts.attendees ?? [],
    sections: closed(
      view.agenda.sections.map(({ id, items }) => ({
        name: id,
        items: items.map(
          (item): AgendaPaperItem => ({
            ...said(view.topics.get(item.id), facts.presenters?.get(item.id)),
            minutes: item.duration,
            startsAt: item.startsAt,
            papers: tags.get(item.id) ?? [],
            pauseAfter:
              pause?.after === item.id ? { startsAt: pause.startsAt, minutes: pause.duration } : undefined,
          }),
        ),
      })),
    ),
    leftOver: view.agenda.carriedOver.length,
    papers: numbered.flat(),
    next: facts.next,
    issuedAt: facts.issuedAt,
  }
  return paper as Disclosed<AgendaPaper>
}

const titleOf = (
  { fiscalYear, ordinal, seriesName }: ShownAgenda,
  council: string | undefined,
): PaperTitle => ({
  fiscalYear,
  ordinal,
  council,
  body: seriesName,
})

const occasionOf = (
  { startsAt, durationMinutes, place }: ShownAgenda,
  online: string | undefined,
): PaperOccasion => ({
  startsAt,
  endsAt: startsAt.add({ minutes: durationMinutes }),
  place,
  online,
})

const papersOf = (
  id: string,
  { topics, clearance }: ShownAgenda,
  { itemPapers }: AgendaPaperFacts,
): GivenPaper[] => {
  const topic = topics.get(id)
  if (topic && !showsPapers(topic, clearance)) return []
  return [topic?.paper ?? [], itemPapers?.get(id) ?? []].flat()
}

const said = (
  topic: AgendaTopic | undefined,
  presenter: Presenter | undefined,
): Pick<AgendaPaperItem, 'topic' | 'presenter' | 'carriedOver' | 'written' | 'days' | 'followUps'> => {
  if (!topic) return { topic: {}, carriedOver: 0, written: [] }
  const { form, kind, planKind, code, title, days, followUps, written, carriedOver } = topic
  if (followUps) return { topic: { kind }, carriedOver, written: [], followUps }
  return {
    topic: { form, kind, planKind, code, title },
    presenter: presenter ?? { name: topic.presenter },
    days,
    carriedOver,
    written,
  }
}

const closed = (sections: readonly AgendaPaperSection[]): AgendaPaperSection[] =>
  sections.some(({ name }) => name === 'closing')
    ? [...sections]
    : [...sections, { name: 'closing', items: [] }]
