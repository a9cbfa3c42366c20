import { z } from 'zod'
import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import { type MeetingContext, meetingContext } from '../../actions/agenda/agenda-facts.ts'
import { type MissingSummary, missingSummaries } from '../../actions/summary/missing-summaries.ts'
import type { Choice } from '../../bot/card.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { noticeCard } from '../../cards/answer.ts'
import { mayPresentSummary } from '../../domain/agenda/permission.ts'
import { MINUTES_PER_ITEM } from '../../domain/agenda/templates.ts'
import { memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { FORM_NAMES, type FormName, SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import { askForSummary, changePresenter } from '../../store/summary/asked-summaries.ts'
import { summaryById } from '../../store/summary/summaries.ts'
import { fieldFaults, refuse, say } from '../answer.ts'
import { type Argument, carried, carriedId } from '../arguments.ts'
import type { Call } from '../call.ts'
import { caseArgument } from '../case/arguments.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { agendaMeetingArgument } from './arguments.ts'

type Wanted = { wanted: MissingSummary; context: MeetingContext }

/** A summary that a meeting still waits for: one that was asked for, or that of a case on a form. */
const missingSummary: Argument<Wanted> = {
  options: () => ({
    summary: carriedId,
    ...caseArgument.toSee.optional.options('case'),
    form: carried(z.enum(FORM_NAMES)),
  }),
  resolve: async (call, given: { summary?: string; form?: FormName }) => {
    const { scope, region, text } = call
    const supportCase = await caseArgument.toSee.optional.resolve(call, given, 'case')
    const context = await meetingOf(call, given.summary)
    const missing = await missingSummaries(scope, region, context.startsAt.toPlainDate(), context.meeting.id)
    const wanted = missing.find(({ summaryId, code, form }) =>
      given.summary === undefined
        ? code === supportCase?.code && form === given.form
        : summaryId === given.summary,
    )
    if (!wanted) throw refuse(noticeCard('agenda.item-gone', text.agendas.presenter.written))
    return { wanted, context }
  },
}

const meetingOf = async (call: Call, summary: string | undefined): Promise<MeetingContext> => {
  const { scope, region } = call
  const asked = summary === undefined ? undefined : await summaryById(scope, summary)
  const named = asked && (await meetingContext(scope, region, asked.meetingId))
  return named ?? agendaMeetingArgument.find(call, { meeting: undefined })
}

/** The button of a missing summary in the draft: hands it to another presenter, who is asked in their next digest. */
export const changePresenterCommand = command('agenda.presenter', {
  hidden: true,
  permission: 'agenda.edit',
  args: { on: missingSummary },
  form: { presenter: choice() },
  open: ({ args: { on }, words, region, text }) => {
    const { wanted } = on
    const presenter = presentersFor(region, on)
    if (presenter.length === 0)
      throw refuse(noticeCard('agenda.no-presenter', words.nobody, words.nobodyNext))
    const intro = words.intro(wanted.code ?? text.summaries.forms[wanted.form].topic)
    return {
      intro: `${intro}\n${words.now(memberName(region, wanted.memberId))}`,
      choices: { presenter },
    }
  },
  submit: async ({ args: { on }, values, ...call }) => {
    const { scope, region, text, language, now } = call
    const { wanted, context } = on
    const presenterId = values.presenter
    if (!presentersFor(region, on).some(({ value }) => value === presenterId))
      throw fieldFaults({ presenter: text.answers.form.choose })
    if (wanted.summaryId) await changePresenter(scope, wanted.summaryId, presenterId)
    else {
      const { form, caseId, planId } = wanted
      const { section } = SUMMARY_FORMS[form]
      const place = { meetingId: context.meeting.id, presenterId, estimated: MINUTES_PER_ITEM[section] }
      await askForSummary(scope, { form, section, caseId, planId, ...place }, now)
    }
    call.note('change', 'agenda', context.meeting.id)
    const { view, draft } = await draftFacts(scope, region, context)
    return say(agendaDraftCard(view, draft, language, text))
  },
})

/** Who is on the body's roster and may present it instead. */
const presentersFor = (region: Call['region'], { wanted, context }: Wanted): Choice[] => {
  const roster = new Set(rosterOf(region, context.body.id, context.startsAt.toPlainDate()))
  return region.members
    .filter(({ id }) => roster.has(id) && id !== wanted.memberId)
    .filter((member) => mayPresentSummary(member, wanted, context.startsAt.toPlainDate()))
    .slice(0, 25)
    .map(({ id, name }) => ({ value: id, label: name }))
}
