import { type Card, card, note } from '../../../bot/card.ts'
import { standInKind } from '../../../domain/absence/notices.ts'
import { writeDate } from '../../../domain/calendar/write-date.ts'
import { memberName } from '../../../domain/region/names.ts'
import { absencesFrom } from '../../../store/absence/absences.ts'
import type { Catalogue } from '../../../text/catalogue.ts'
import { notice } from '../notice.ts'
import { members } from '../recipients.ts'

/** Tells somebody that they stand in for a member who is away, and until when. */
export const standInNotice = notice(standInKind, {
  hours: 'office',
  stillTrue: async ({ scope, region, now }, { absence }) => {
    const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
    return (await absencesFrom(scope, today)).find(({ id }) => id === absence) ?? 'over'
  },
  to: (facts) => members(facts, [facts.found.deputyId]),
  compose: ({ region, language, text, found: { memberId, from, to } }) => {
    const days = { from: writeDate(from, language), to: writeDate(to, language) }
    return { ok: true, card: standInCard(memberName(region, memberId), days, text) }
  },
})

export const standInCard = (name: string, days: { from: string; to: string }, text: Catalogue): Card => {
  const words = text.notices['stand-in']
  return card('absence.stand-in', words.heading(name, days.from, days.to), note(words.next))
}
