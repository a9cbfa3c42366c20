import { type Card, card, note, paragraph } from '../../../bot/card.ts'
import { pledgersOf } from '../../../domain/account/permission.ts'
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts'
import { addBusinessDays, dateAt, toInstant } from '../../../domain/calendar/working-calendar.ts'
import { id, noticeKind, wholeNumber } from '../../../domain/delivery/notice.ts'
import { calendarOf } from '../../../domain/region/calendar.ts'
import { allPledges } from '../../../store/account/pledges.ts'
import type { Catalogue } from '../../../text/catalogue.ts'
import { notice } from '../notice.ts'
import { coordinators } from '../recipients.ts'

const pledgeMissingKind = noticeKind('pledge-missing', { year: wholeNumber, body: id })

/** Time to confirm by oneself, before the centre hears who has not. */
const GRACE_BUSINESS_DAYS = 20

/** Tells the coordinators who of a body has not confirmed the duty of secrecy: once a body and fiscal year. */
export const pledgeMissing = notice(pledgeMissingKind, {
  hours: 'office',
  plan: ({ region, now }) => {
    const calendar = calendarOf(region)
    const today = dateAt(calendar, now)
    const day = addBusinessDays(calendar, today, GRACE_BUSINESS_DAYS)
    if (!day) return []
    const dueAt = toInstant(calendar, day, region.settings.digestAt)
    return region.bodies
      .filter((body) => pledgersOf(region, body.id, today).length > 0)
      .map((body) => pledgeMissingKind.due({ year: fiscalYearOf(today), body: body.id }, dueAt))
  },
  stillTrue: async ({ scope, region, now }, { body: bodyId }) => {
    const body = region.bodies.find((one) => one.id === bodyId)
    if (!body) return 'over'
    const confirmed = (await allPledges(scope)).filter((pledge) => pledge.bodyId === bodyId)
    const missing = pledgersOf(region, bodyId, dateAt(calendarOf(region), now)).filter(
      (member) => !confirmed.some(({ memberId }) => memberId === member.id),
    )
    return missing.length > 0 ? { body, missing } : 'settled'
  },
  to: coordinators,
  compose: ({ text, found: { body, missing } }) => ({
    ok: true,
    card: pledgeMissingCard(body.name, missing, text),
  }),
})

type Named = { name: string }

export const pledgeMissingCard = (body: string, missing: readonly Named[], text: Catalogue): Card => {
  const words = text.notices['pledge-missing']
  const names = missing.map(({ name }) => name).join(text.answers.listSeparator)
  return card('pledge.missing', words.heading(body), paragraph(names), note(words.next))
}
