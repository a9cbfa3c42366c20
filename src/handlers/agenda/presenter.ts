import { z } from 'zod'
import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import { type MeetingFile, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { type MissingSummary, missingSummaries } from '../../actions/summary/missing-summaries.ts'
import type { Choice } from '../../bot/card.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { refusalCard } from '../../cards/answer.ts'
import { MINUTES_PER_ITEM } from '../../domain/agenda/templates.ts'
import { memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { FORM_NAMES, SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import { askForSummary, changePresenter } from '../../store/summary/asked-summaries.ts'
import { summaryById } from '../../store/summary/summaries.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { choice } from '../legacy/field.ts'
import { idOption, optionalCase } from '../legacy/options.ts'
import { agendaMeeting } from './next-agenda.ts'

const summaryOption = idOption('optional', (t) => t.commands.options.summary)
const formOption: Option<(typeof FORM_NAMES)[number]> = {
  schema: z.enum(FORM_NAMES),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.summary,
}

/** The button of a missing summary in the draft: somebody else presents it. They are asked in their next digest. */
export const changePresenterCommand = command({
  id: 'agenda.presenter',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.presenter.verb,
    description: (t) => t.commands.agenda.presenter.description,
  },
  hidden: true,
  permission: 'agenda.edit',
  options: { summary: summaryOption, case: optionalCase, form: formOption },
  form: {
    title: (t) => t.agendas.presenter.title,
    submit: (t) => t.agendas.presenter.submit,
    fields: { presenter: choice({ words: (t) => t.agendas.presenter.fields.presenter }) },
  },
  run: async (call) => {
    const found = await wantedOne(call, call.options)
    if (!found.ok) return found.refusal
    const { wanted, choices } = found
    const { presenter: words } = call.text.agendas
    if (choices.length === 0)
      return { kind: 'refuse', card: refusalCard('agenda.no-presenter', words.nobody, words.nobodyNext) }
    const intro = words.intro(wanted.code ?? call.text.summaries.forms[wanted.form].topic)
    return {
      kind: 'ask',
      open: {
        intro: `${intro}\n${words.now(memberName(call.region, wanted.memberId))}`,
        choices: { presenter: choices },
      },
    }
  },
  submit: async (call) => {
    const { scope, region, text, language, values, now } = call
    const found = await wantedOne(call, call.options)
    if (!found.ok) return found.refusal
    const { wanted, file, choices } = found
    if (!choices.some(({ value }) => value === values.presenter))
      return { kind: 'correct', faults: { fields: { presenter: text.answers.form.choose } } }
    const { form } = wanted
    if (wanted.summaryId) await changePresenter(scope, wanted.summaryId, values.presenter)
    else {
      const { section } = SUMMARY_FORMS[form]
      const { caseId, planId } = wanted
      const place = { meetingId: file.meeting.id, presenterId: values.presenter }
      await askForSummary(
        scope,
        { form, section, caseId, planId, ...place, estimated: MINUTES_PER_ITEM[section] },
        now,
      )
    }
    call.note('change', 'agenda', file.meeting.id)
    const { view, draft } = await draftFacts(scope, region, file)
    return { kind: 'say', card: agendaDraftCard(view, draft, language, text) }
  },
})

type Given = { summary?: string | undefined; case?: string | undefined; form?: string | undefined }

const wantedOne = async (
  call: BaseCall,
  given: Given,
): Promise<
  { ok: true; wanted: MissingSummary; file: MeetingFile; choices: Choice[] } | { ok: false; refusal: Outcome }
> => {
  const { scope, region, text } = call
  const asked = given.summary === undefined ? undefined : await summaryById(scope, given.summary)
  const named = asked && (await meetingFile(scope, region, asked.meetingId))
  const meeting = named ? { ok: true as const, file: named } : await agendaMeeting(call, undefined)
  if (!meeting.ok) return meeting
  const { file } = meeting
  const missing = await missingSummaries(scope, region, file.startsAt.toPlainDate(), file.meeting.id)
  const wanted = missing.find(({ summaryId, code, form }) =>
    given.summary === undefined ? code === given.case && form === given.form : summaryId === given.summary,
  )
  if (!wanted)
    return {
      ok: false,
      refusal: { kind: 'refuse', card: refusalCard('agenda.item-gone', text.agendas.presenter.written) },
    }
  return { ok: true, wanted, file, choices: presentersFor(call, wanted, file) }
}

/** Of the body: the centre, and colleagues who may read the case; anybody of it where no case is chosen yet. */
const presentersFor = ({ region }: BaseCall, wanted: MissingSummary, { body }: MeetingFile): Choice[] => {
  const roster = new Set(rosterOf(region, body.id))
  const office = region.members.find(({ id }) => id === wanted.memberId)?.office
  return region.members
    .filter(
      ({ id, roles, office: own }) =>
        roster.has(id) &&
        id !== wanted.memberId &&
        (roles.includes('coordinator') ||
          (roles.some((role) => role === 'specialist' || role === 'chief_specialist') &&
            (wanted.code === null || own === office))),
    )
    .slice(0, 25)
    .map(({ id, name }) => ({ value: id, label: name }))
}
