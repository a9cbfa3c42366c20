import type { WebClient } from '@slack/web-api'
import type { PeopleSeen } from '../port.ts'
import { lookFailureOf } from './errors.ts'

const PAGE = 200
const PAGES = 10
/** A person by Slack's reckoning, and by nobody else's. */
const SLACKBOT = 'USLACKBOT'

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
      const request = { limit: PAGE, ...(cursor ? { cursor } : {}) }
      const { members, response_metadata } = await client.users.list(request)
      found.push(...(members ?? []).flatMap(personOf))
      cursor = response_metadata?.next_cursor
      if (!cursor) break
    }
    return { ok: true, people: found }
  } catch (error) {
    return { ok: false, ...lookFailureOf(error) }
  }
}

const personOf = ({ id, deleted, is_bot, name, profile }: Listed): { user: string; name: string }[] => {
  if (!id || deleted || is_bot || id === SLACKBOT) return []
  return [{ user: id, name: profile?.display_name || profile?.real_name || name || id }]
}
