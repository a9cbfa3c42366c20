import { summaryVersionsCard } from '../../cards/summary.ts'
import { memberName } from '../../domain/region/names.ts'
import { summaryVersionsOf } from '../../store/summary/summaries.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { summaryArgument } from './arguments.ts'

/** The button of a submitted summary: its versions, each beside the one before. */
export const summaryVersions = command('summary.versions', {
  hidden: true,
  permission: 'summary.read',
  args: { summary: summaryArgument.toSee },
  run: async ({ args, ...call }) => {
    const { scope, region, language, text } = call
    const { id, code, form } = args.summary.summary
    call.note('read', 'summary', id)
    const versions = (await summaryVersionsOf(scope, id)).map(
      ({ version, writtenBy, writtenAt, fields }) => ({
        version,
        fields,
        by: memberName(region, writtenBy),
        at: writtenAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime(),
      }),
    )
    const name = code ?? text.summaries.forms[form].topic
    return say(summaryVersionsCard({ name, form, versions }, language, text))
  },
})
