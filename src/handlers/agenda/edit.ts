import { z } from 'zod'
import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import { agendaAsPublished, type MeetingContext, meetingContext } from '../../actions/agenda/agenda-facts.ts'
import { amendAgenda } from '../../actions/agenda/amend-agenda.ts'
import { changedAgendaCard } from '../../cards/agenda/agenda.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { noticeCard } from '../../cards/answer.ts'
import { memberName } from '../../domain/region/names.ts'
import { arrangeSummary, type Summary, summaryById } from '../../store/summary/summaries.ts'
import { fieldFaults, formFault, refuse, say } from '../answer.ts'
import { argument, carriedId, required } from '../arguments.ts'
import { command } from '../command.ts'
import { choice, optional, shortText, wholeNumber } from '../fields.ts'

type AgendaItem = { item: Summary; context: MeetingContext }

/** A summary on the agenda that it is submitted for. */
const itemArgument = argument({
  options: { summary: required(carriedId) },
  resolve: async ({ scope, region, text, found }, { summary }): Promise<AgendaItem> => {
    const item = await summaryById(scope, summary)
    if (item) found('summary', item.id)
    const context = item && (await meetingContext(scope, region, item.meetingId))
    if (!context) throw refuse(noticeCard('agenda.item-gone', text.agendas.edit.gone))
    return { item, context }
  },
})

const LONGEST_ITEM = 240
const link = z.url({ protocol: /^https$/, error: 'https-link' }).max(300)

/** The button of an item in the draft: minutes, place in its section, held back, a paper. Also after it was published. */
export const editAgenda = command('agenda.edit', {
  hidden: true,
  permission: 'agenda.edit',
  args: { on: itemArgument },
  seen: {
    version: ({ args }) => args.on.item.arrangement,
    changed: ({ args, region, words }) =>
      formFault(words.meanwhile(memberName(region, args.on.item.arrangedBy ?? ''))),
  },
  form: {
    minutes: wholeNumber({ min: 1, max: LONGEST_ITEM }),
    position: optional(wholeNumber({ min: 1, max: 99 })),
    held: choice({ values: ['no', 'yes'], labels: (t) => t.agendas.edit.held }),
    paperTitle: optional(shortText({ maxLength: 40 })),
    paperUrl: optional(shortText({ maxLength: 300, schema: link })),
  },
  open: ({ args: { on }, text }) => {
    const { item } = on
    return {
      intro: item.code ?? text.summaries.forms[item.form].topic,
      initial: {
        minutes: String(item.duration ?? item.estimated),
        position: item.position === null ? undefined : String(item.position),
        held: item.heldBack ? 'yes' : 'no',
        paperTitle: item.paperTitle ?? undefined,
        paperUrl: item.paperUrl ?? undefined,
      },
    }
  },
  submit: async ({ args: { on }, values, words, ...call }) => {
    const { scope, asker, now, region, text, language } = call
    const { item, context } = on
    if ((values.paperTitle === undefined) !== (values.paperUrl === undefined))
      throw fieldFaults({ paperUrl: words.paperBoth })
    const arranged = await arrangeSummary(scope, item.id, item.arrangement, {
      duration: values.minutes,
      position: values.position ?? null,
      heldBack: values.held === 'yes',
      paperTitle: values.paperTitle ?? null,
      paperUrl: values.paperUrl ?? null,
      arrangedBy: asker.memberId,
    })
    if (!arranged) throw formFault(words.meanwhile(memberName(region, item.arrangedBy ?? '')))
    call.note('change', 'agenda', context.meeting.id)
    const name = text.summaries.forms[item.form].topic
    const what = values.held === 'yes' ? ('held_back' as const) : ('arranged' as const)
    await amendAgenda(scope, region, context, { by: asker.memberId, what, item: name }, now)
    if (await agendaAsPublished(scope, context)) return say(changedAgendaCard(context.series.name, text))
    const { view, draft } = await draftFacts(scope, region, context)
    return say(agendaDraftCard(view, draft, language, text))
  },
})
