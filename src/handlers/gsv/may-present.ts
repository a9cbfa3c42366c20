import { awayOn, type GsvMeeting, willPresent } from '../../actions/gsv/gsv-forming.ts'
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
import type { BaseCall, Outcome } from '../legacy/command.ts'
import { caseCode } from '../legacy/options.ts'
import { sessionName } from './find-session.ts'

/** More than a platform's list holds. */
const OFFERED = 25

/** The asker's own open cases, to choose from. */
export const ownCases = async ({ scope, asker }: BaseCall): Promise<{ value: string; label: string }[]> => {
  const own = await openCases(scope, caseReach(asker), { memberId: asker.memberId, limit: OFFERED })
  return own.map(({ code }) => ({ value: code, label: code }))
}

const caseIdOf = async (call: BaseCall, code: string | undefined): Promise<string | null> => {
  const read = caseCode.safeParse(code)
  if (!read.success) return null
  const own = await openCases(call.scope, caseReach(call.asker), {
    memberId: call.asker.memberId,
    codeLike: read.data,
    limit: OFFERED,
  })
  return own.find((one) => one.code === read.data)?.id ?? null
}

type Wish = { pattern: GsvPattern; case: string | undefined; state: 'offered' | 'accepted' }

/** Takes somebody as a presenter of a session, or says at its field why not. */
export const takePresenter = async (
  call: BaseCall,
  session: GsvMeeting,
  wish: Wish,
  field: string,
): Promise<Outcome> => {
  const { scope, region, asker, now, language, text } = call
  const { meeting, series, date } = session
  const words = text.gsv.offer
  const day = writeDate(date, language)
  const fault = (said: string): Outcome => ({ kind: 'correct', faults: { fields: { [field]: said } } })
  const away = await awayOn(scope, date)
  if (away.has(asker.memberId)) return fault(words.notThere(day))
  const groups = await sessionOf(scope, meeting.id)
  const presenters = willPresent(await presentationsOf(scope, [meeting.id]), meeting.id)
  const known = presenters.includes(asker.memberId)
  const hasRoom = groups?.groups.some(({ presenterId }) => presenterId === undefined) !== false
  if (groups?.confirmedAt && !known && !hasRoom) return fault(`${words.closed(day)}。${words.closedNext}`)
  const here = participantsOf(region, series, date).filter(({ id }) => !away.has(id)).length
  if (!known && presenters.length >= groupsFor(series.groups, here))
    return fault(`${words.full(day)}。${words.fullNext}`)
  const id = await answerPresenting(
    scope,
    {
      meetingId: meeting.id,
      memberId: asker.memberId,
      state: wish.state,
      pattern: wish.pattern,
      caseId: await caseIdOf(call, wish.case),
    },
    now,
  )
  call.note('change', 'gsv-presentation', id)
  const before = series.groups.preMeetingBusinessDays
  const on = addBusinessDays(calendarOf(region), date, -before) ?? date
  const card = gsvSaidCard(
    'gsv.offered',
    words.done(sessionName(call, session)),
    words.doneNext(writeDate(on, language), before),
  )
  return { kind: 'say', card }
}
