import { type GuardExceptionLine, guardExceptionsCard } from '../../cards/privacy.ts'
import { memberName } from '../../domain/region/names.ts'
import { guardExceptionsSince } from '../../store/privacy/guard-exceptions.ts'
import { summariesById } from '../../store/summary/summaries.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

const DAYS = 92

/** `/summary passed`: where the privacy guard was told that a word is no name, for the coordinator to look at. */
export const listGuardExceptions = command('summary.passed', {
  permission: 'summary.agree',
  run: async ({ scope, region, now, text, language, note }) => {
    const exceptions = await guardExceptionsSince(scope, now.subtract({ hours: 24 * DAYS }))
    const ids = exceptions.flatMap(({ subjectKind, subjectId }) =>
      subjectKind === 'summary' && subjectId !== null ? [subjectId] : [],
    )
    const summaries = new Map((await summariesById(scope, ids)).map((one) => [one.id, one]))
    note('read', 'guard-exceptions', region.id)
    const lines = exceptions.map(({ at, memberId, places, subjectId }): GuardExceptionLine => {
      const summary = summaries.get(subjectId ?? '')
      return {
        day: at.toZonedDateTimeISO(region.timeZone).toPlainDate(),
        member: memberName(region, memberId),
        places,
        id: summary?.id,
        name: summary && (summary.code ?? text.summaries.forms[summary.form].topic),
      }
    })
    return say(guardExceptionsCard(lines, language, text))
  },
})
