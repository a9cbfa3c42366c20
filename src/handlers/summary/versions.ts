import { refusalCard } from '../../cards/answer.ts'
import { summaryVersionsCard } from '../../cards/summary.ts'
import { maySeeCase } from '../../domain/case/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { caseByCode } from '../../store/case/cases.ts'
import { summaryById, summaryVersionsOf } from '../../store/summary/summaries.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

const summaryOption = idOption('required', (t) => t.commands.options.summary)

/** The button of a submitted summary: its versions, each beside the one before. */
export const summaryVersions = command({
  id: 'summary.versions',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.versions.verb,
    description: (t) => t.commands.summary.versions.description,
  },
  hidden: true,
  permission: 'summary.read',
  options: { summary: summaryOption },
  run: async (call) => {
    const { scope, region, language, text, options } = call
    const found = await summaryById(scope, options.summary)
    if (!found || !(await maySee(call, found)))
      return { kind: 'refuse', card: refusalCard('summary.refused', text.summaries.submit.notFound) }
    call.note('read', 'summary', found.id)
    const versions = (await summaryVersionsOf(scope, found.id)).map(
      ({ version, writtenBy, writtenAt, fields }) => ({
        version,
        fields,
        by: memberName(region, writtenBy),
        at: writtenAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime(),
      }),
    )
    const name = found.code ?? text.summaries.forms[found.form].topic
    return { kind: 'say', card: summaryVersionsCard({ name, form: found.form, versions }, language, text) }
  },
})

const maySee = async (
  { scope, asker }: BaseCall,
  { code, presenterId }: { code: string | null; presenterId: string },
): Promise<boolean> => {
  if (asker.roles.includes('coordinator') || presenterId === asker.memberId) return true
  const kase = code === null ? undefined : await caseByCode(scope, code)
  return kase !== undefined && maySeeCase(asker, kase)
}
