import { z } from 'zod'
import type { Language } from '../bot/port.ts'
import type {
  Conversation,
  NewPracticeMessage,
  PracticeContent,
  PracticeMember,
  PracticeMessage,
  PracticeStore,
} from '../bot/practice/practice-store.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import { coordinates, hasRole } from '../domain/member/roles.ts'
import { rosterOf } from '../domain/region/roster.ts'
import type { Database, Scope } from '../store/engine/database.ts'
import * as rows from '../store/practice/practice.ts'
import { loadRegion } from '../store/region/regions.ts'
import { catalogues } from '../text/catalogue.ts'

/** Backs the practice workspace with the region's database: channels are bodies, people are members. */
export const storedPractice = (
  database: Database,
  regionId: string,
  clock: Pick<Clock, 'now'>,
): PracticeStore => {
  const inRegion = <T>(work: (scope: Scope) => Promise<T>) => database.inRegion(regionId, work)
  const region = () => inRegion(loadRegion)
  return {
    region: async () => {
      const { id, name } = await region()
      return { id, name }
    },
    members: async (language) => practiceMembers(await region(), language),
    channels: async () => {
      const known = await region()
      return known.bodies.map(({ id, name }) => ({
        id,
        name,
        topic: known.series
          .filter(({ body }) => body === id)
          .map((series) => series.name)
          .join('、'),
        isPrivate: true,
        members: rosterOf(known, id, clock.now().toZonedDateTimeISO(known.timeZone).toPlainDate()),
      }))
    },
    messages: (conversation, { before, limit }) =>
      inRegion(async (scope) => {
        const newest = await rows.practicePage(scope, conversation, before, limit + 1)
        return {
          messages: newest.slice(0, limit).reverse().map(message),
          earlier: newest.length > limit,
          last: await rows.lastSequence(scope, conversation),
        }
      }),
    message: async (id) =>
      isId(id) ? inRegion(async (scope) => optional(await rows.practiceMessage(scope, id))) : undefined,
    replies: (threadOf) =>
      inRegion(async (scope) => (await rows.practiceReplies(scope, threadOf)).map(message)),
    add: (added) => inRegion(async (scope) => message(await rows.addPracticeMessage(scope, row(added)))),
    find: (key) => inRegion(async (scope) => optional(await rows.practiceMessageByKey(scope, key))),
    updateCard: (id, card) =>
      inRegion(async (scope) => {
        const before = optional(await rows.practiceMessage(scope, id))
        if (before?.content.kind !== 'card') return undefined
        return optional(await rows.changePracticeMessage(scope, id, JSON.stringify({ kind: 'card', card })))
      }),
    setPinned: (id, pinned) => inRegion((scope) => rows.pinPracticeMessage(scope, id, pinned)),
    latestChange: () => inRegion(rows.latestChange),
    changes: (since, limit) =>
      inRegion(async (scope) => (await rows.changesSince(scope, since, limit)).map(message)),
    readThrough: (member, conversation) => inRegion((scope) => rows.readThrough(scope, member, conversation)),
    markRead: (member, conversation, sequence) =>
      inRegion((scope) => rows.markRead(scope, member, conversation, sequence)),
    unread: (member) =>
      inRegion(async (scope) => {
        const counted = await rows.unreadCounts(scope, member)
        return Object.fromEntries(counted.map(({ conversation, unread }) => [conversation, unread]))
      }),
  }
}

/** Validates an id from an address or a page: PostgreSQL throws on anything but a UUID. */
const isId = (text: string): boolean => z.uuid().safeParse(text).success

type KnownRegion = Awaited<ReturnType<typeof loadRegion>>

/** Lists the members, specialists first: a newcomer starts as one of those who do most here. */
const practiceMembers = (region: KnownRegion, language: Language): PracticeMember[] => {
  const words = catalogues[language].answers
  const shown = region.members.map(({ id, name, office, municipality, roles }) => ({
    id,
    name,
    office:
      region.offices.find((one) => one.id === office)?.name ??
      region.municipalities.find((one) => one.id === municipality)?.name ??
      '',
    role: roles.map((role) => words.roles[role]).join(words.listSeparator),
    first: hasRole({ roles }, 'specialist') ? 0 : coordinates({ roles }) ? 1 : 2,
  }))
  return shown.toSorted((a, b) => a.first - b.first).map(({ first: _, ...member }) => member)
}

const optional = (found: rows.PracticeRow | undefined): PracticeMessage | undefined => found && message(found)

/** Trusted: only this file writes contents, so reading does not validate them again. */
const Content = z.custom<PracticeContent>((value) => typeof value === 'object' && value !== null)

const isConversation = (text: string): text is Conversation => /^(channel|direct):/.test(text)

const message = ({
  authorId,
  threadOf,
  content,
  conversation,
  ...rest
}: rows.PracticeRow): PracticeMessage => {
  if (!isConversation(conversation)) throw new Error(`no conversation: ${conversation}`)
  return {
    ...rest,
    conversation,
    content: Content.parse(JSON.parse(content)),
    author: authorId ?? undefined,
    threadOf: threadOf ?? undefined,
  }
}

const row = ({
  conversation,
  author,
  threadOf,
  content,
  key,
  postedAt,
}: NewPracticeMessage): rows.NewPracticeRow => ({
  conversation,
  authorId: author ?? null,
  threadOf: threadOf ?? null,
  content: JSON.stringify(content),
  key,
  postedAt,
})
