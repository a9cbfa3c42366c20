import type { WebClient } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import type { Language, PeopleSeen } from '../port.ts'
import { failureOf, lookFailureOf } from './errors.ts'

const REMEMBERED = 5_000
/** A person by Slack's reckoning, and by nobody else's. */
const SLACKBOT = 'USLACKBOT'
/** Lifetime of the cache: people seldom change their language. */
const LANGUAGE_HOURS = 1

type Person = { isBot: boolean; language: Language | undefined }

/** Looks people up in Slack and caches them: its rate limit is about a hundred calls a minute. */
export type People = {
  /**
   * An account never changes from a bot to a person. Somebody whom Slack does not show to us (a guest from outside)
   * counts as a person. Throws what the call throws.
   */
  isBot(client: WebClient, workspace: string, user: string): Promise<boolean>
  /** The language of their Slack, where it is one of ours. Undefined where Slack does not say. */
  language(client: WebClient, workspace: string, user: string): Promise<Language | undefined>
}

export const people = (now: () => Temporal.Instant): People => {
  const known = new LRUCache<string, { person: Person; until: Temporal.Instant }>({ max: REMEMBERED })
  const ask = async (client: WebClient, workspace: string, user: string): Promise<Person> => {
    const person = await personOf(client, user)
    known.set(`${workspace} ${user}`, { person, until: now().add({ hours: LANGUAGE_HOURS }) })
    return person
  }
  return {
    isBot: async (client, workspace, user) => {
      if (user === SLACKBOT) return true
      const { person } = known.get(`${workspace} ${user}`) ?? { person: await ask(client, workspace, user) }
      return person.isBot
    },
    language: async (client, workspace, user) => {
      const found = known.get(`${workspace} ${user}`)
      if (found && Temporal.Instant.compare(now(), found.until) < 0) return found.person.language
      const { language } = await ask(client, workspace, user).catch(() => ({
        language: found?.person.language,
      }))
      return language
    },
  }
}

const personOf = async (client: WebClient, user: string): Promise<Person> => {
  try {
    const { user: found } = await client.users.info({ user, include_locale: true })
    return { isBot: found?.is_bot === true, language: languageOf(found?.locale) }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.failure === 'refused' && failure.reason === 'no-place')
      return { isBot: false, language: undefined }
    throw error
  }
}

const languageOf = (locale: string | undefined): Language | undefined => {
  const [language] = locale?.split('-') ?? []
  return language === 'ja' || language === 'en' ? language : undefined
}

const PAGE = 200
const PAGES = 10

type Listed = {
  id?: string
  deleted?: boolean
  is_bot?: boolean
  name?: string
  profile?: { display_name?: string; real_name?: string }
}

/** Who is in the workspace, each by the name they show. In a very large one, the first of them. */
export const peopleOf = async (client: WebClient): Promise<PeopleSeen> => {
  const found: { user: string; name: string }[] = []
  let cursor: string | undefined
  try {
    for (let page = 0; page < PAGES; page += 1) {
      const request = { limit: PAGE, cursor }
      const { members, response_metadata } = await client.users.list(request)
      found.push(...(members ?? []).flatMap(listed))
      cursor = response_metadata?.next_cursor
      if (!cursor) break
    }
    return { ok: true, people: found }
  } catch (error) {
    return { ok: false, ...lookFailureOf(error) }
  }
}

const listed = ({ id, deleted, is_bot, name, profile }: Listed): { user: string; name: string }[] => {
  if (!id || deleted || is_bot || id === SLACKBOT) return []
  return [{ user: id, name: profile?.display_name || profile?.real_name || name || id }]
}
