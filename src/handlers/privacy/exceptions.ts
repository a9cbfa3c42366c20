import { type PassedLine, passedCard } from '../../cards/privacy.ts'
import { memberName } from '../../domain/region/names.ts'
import { guardExceptionsSince } from '../../store/privacy/guard-exceptions.ts'
import { summariesById } from '../../store/summary/summaries.ts'
import { command } from '../legacy/command.ts'

const DAYS = 92

/** `/summary passed`: where the privacy guard was told that a word is no name, for the coordinator to look at. */
export const passedNames = command({
  id: 'summary.passed',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.passed.verb,
    description: (t) => t.commands.summary.passed.description,
  },
  permission: 'summary.agree',
  options: {},
  run: async ({ scope, region, now, text, language, note }) => {
    const exceptions = await guardExceptionsSince(scope, now.subtract({ hours: 24 * DAYS }))
    const ids = exceptions.flatMap(({ subjectKind, subjectId }) =>
      subjectKind === 'summary' && subjectId !== null ? [subjectId] : [],
    )
    const summaries = new Map((await summariesById(scope, ids)).map((one) => [one.id, one]))
    note('read', 'guard-exceptions', region.id)
    const lines = exceptions.map(({ at, memberId, places, subjectId }): PassedLine => {
      const summary = summaries.get(subjectId ?? '')
      return {
        day: at.toZonedDateTimeISO(region.timeZone).toPlainDate(),
        member: memberName(region, memberId),
        places,
        ...(summary
          ? { id: summary.id, name: summary.code ?? text.summaries.forms[summary.form].topic }
          : {}),
      }
    })
    return { kind: 'say', card: passedCard(lines, language, text) }
  },
})
