import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import type { FeedOwner } from '../../store/calendar/calendar-feeds.ts'
import type { BaseCall, Option, Outcome } from '../legacy/command.ts'

export const bodyOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.body,
  suggest: async ({ region, asker }, typed) =>
    asker.roles.includes('coordinator')
      ? region.bodies
          .filter(({ name }) => name.includes(typed.trim()))
          .map(({ id, name }) => ({ value: id, label: name }))
      : [],
}

/** The asker's own calendar, or, for a coordinator, that of the body named. */
export const whoseCalendar = (
  { region, asker, text }: BaseCall,
  typed: string | undefined,
): { ok: true; owner: FeedOwner; name: string } | { ok: false; refusal: Outcome } => {
  if (typed === undefined)
    return { ok: true, owner: { owner: 'member', ownerId: asker.memberId }, name: text.calendar.mine }
  const refuse = (heading: string) => ({
    ok: false as const,
    refusal: { kind: 'refuse', card: refusalCard('calendar.refused', heading) } satisfies Outcome,
  })
  if (!asker.roles.includes('coordinator')) return refuse(text.calendar.onlyCoordinator)
  const body = region.bodies.find(({ id, name }) => id === typed || name === typed)
  if (!body) return refuse(text.calendar.noBody(typed))
  return { ok: true, owner: { owner: 'body', ownerId: body.id }, name: body.name }
}
