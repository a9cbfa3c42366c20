import { awayOn, type GsvMeeting, willPresent } from '../../actions/gsv/gsv-forming.ts'
import type { Choice } from '../../bot/card.ts'
import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { addBusinessDays } from '../../domain/calendar/working-calendar.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { caseReach } from '../../domain/case/permission.ts'
import { groupsFor, participantsOf } from '../../domain/gsv/participants.ts'
import type { GsvPattern } from '../../domain/gsv/patterns.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { openCases } from '../../store/case/cases.ts'
import { answerPresenting, presentationsOf } from '../../store/gsv/gsv-presentations.ts'
import { sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { type Answer, fieldFaults, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { caseCode } from '../case/arguments.ts'
import { sessionName } from './arguments.ts'

/** Most cases offered, as many as a platform's list holds. */
const OFFERED = 25

/** The asker's own open cases, to choose from. */
export const ownCases = async ({ scope, asker }: Call): Promise<Choice[]> => {
  const own = await openCases(scope, caseReach(asker), { memberId: asker.memberId, limit: OFFERED })
  return own.map(({ code }) => ({ value: code, label: code }))
}

const caseIdOf = async ({ scope, asker }: Call, code: string | undefined): Promise<string | null> => {
  const read = caseCode.safeParse(code)
  if (!read.success) return null
  const narrow = { memberId: asker.memberId, codeLike: read.data, limit: OFFERED }
  const own = await openCases(scope, caseReach(asker), narrow)
  return own.find((one) => one.code === read.data)?.id ?? null
}

type Wish = { pattern: GsvPattern; case: string | undefined; state: 'offered' | 'accepted' }

/** Stores the asker as a presenter of a session; throws the fault at the field given where they cannot be. */
export const takePresenter = async (
  call: Call,
  session: GsvMeeting,
  wish: Wish,
  field: string,
): Promise<Answer> => {
  const { scope, region, asker, now, language, text } = call
  const { meeting, series, date } = session
  const why = await whyNot(call, session)
  if (why !== undefined) throw fieldFaults({ [field]: why })
  const said = { meetingId: meeting.id, memberId: asker.memberId, state: wish.state, pattern: wish.pattern }
  const id = await answerPresenting(scope, { ...said, caseId: await caseIdOf(call, wish.case) }, now)
  call.note('change', 'gsv-presentation', id)
  const words = text.gsv.offer
  const before = series.groups.preMeetingBusinessDays
  const on = addBusinessDays(calendarOf(region), date, -before) ?? date
  const next = words.doneNext(writeDate(on, language), before)
  return say(gsvSaidCard('gsv.offered', words.done(sessionName(call, session)), next))
}

/** Refuses who is away, or comes when all groups have their case. */
const whyNot = async (
  { scope, region, asker, language, text }: Call,
  { meeting, series, date }: GsvMeeting,
): Promise<string | undefined> => {
  const words = text.gsv.offer
  const day = writeDate(date, language)
  const away = await awayOn(scope, date)
  if (away.has(asker.memberId)) return words.notThere(day)
  const presenters = willPresent(await presentationsOf(scope, [meeting.id]), meeting.id)
  if (presenters.includes(asker.memberId)) return undefined
  const formed = await sessionOf(scope, meeting.id)
  const hasRoom = formed?.groups.some(({ presenterId }) => presenterId === undefined) !== false
  if (formed?.confirmedAt && !hasRoom) return `${words.closed(day)}。${words.closedNext}`
  const here = participantsOf(region, series, date).filter(({ id }) => !away.has(id)).length
  return presenters.length >= groupsFor(series.groups, here)
    ? `${words.full(day)}。${words.fullNext}`
    : undefined
}
