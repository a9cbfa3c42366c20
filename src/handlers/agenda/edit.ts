import { z } from 'zod'
import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import {
  agendaAsPublished,
  agendaView,
  draftAgenda,
  type MeetingContext,
  meetingContext,
} from '../../actions/agenda/agenda-facts.ts'
import { amendAgenda } from '../../actions/agenda/amend-agenda.ts'
import { changedAgendaCard } from '../../cards/agenda/agenda.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { noticeCard } from '../../cards/answer.ts'
import { isFrame, itemKindOf } from '../../domain/agenda/item-key.ts'
import { memberName } from '../../domain/region/names.ts'
import { arrangeItem, arrangementOf } from '../../store/agenda/arrangements.ts'
import { arrangeSummary, type Summary, summaryById } from '../../store/summary/summaries.ts'
import { topicText } from '../../text/topic-text.ts'
import { fieldFaults, formFault, refuse, say } from '../answer.ts'
import { argument, carriedId } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice, optional, shortText, wholeNumber } from '../fields.ts'
import { carriedItem } from './arguments.ts'

/** How an item stands on an agenda, and how it is stored otherwise. */
type AgendaItem = {
  context: MeetingContext
  name: string
  summary?: Summary
  /** Of what is no summary. */
  key?: string
  minutes: number
  arranged: Omit<Arrangement, 'duration'>
}

type Arrangement = Pick<
  Summary,
  'duration' | 'position' | 'heldBack' | 'paperTitle' | 'paperUrl' | 'arrangedBy' | 'arrangement'
>

const NOT_ARRANGED = {
  position: null,
  heldBack: false,
  paperTitle: null,
  paperUrl: null,
  arrangedBy: null,
  arrangement: 0,
}

/** A summary on the agenda that it is submitted for, or another item by its key. */
const itemArgument = argument({
  options: { summary: carriedId, meeting: carriedId, item: carriedItem },
  resolve: async (call, { summary, meeting, item }): Promise<AgendaItem> => {
    const known = summary ? await summaryItem(call, summary) : await keyedItem(call, meeting, item)
    if (!known) throw refuse(noticeCard('agenda.item-gone', call.text.agendas.edit.gone))
    return known
  },
  carry: ({ context, summary, key }): Record<string, string> =>
    summary || key === undefined
      ? { summary: summary?.id ?? '' }
      : { meeting: context.meeting.id, item: key },
})

const summaryItem = async ({ scope, region, text }: Call, id: string): Promise<AgendaItem | undefined> => {
  const summary = await summaryById(scope, id)
  const context = summary && (await meetingContext(scope, region, summary.meetingId))
  if (!context) return undefined
  const name = text.summaries.forms[summary.form].topic
  return { context, summary, name, minutes: summary.duration ?? summary.estimated, arranged: summary }
}

/** On the agenda as it would be drafted now: on it, or left out. */
const keyedItem = async (
  { scope, region, text }: Call,
  meeting = '',
  key = '',
): Promise<AgendaItem | undefined> => {
  const context = meeting === '' ? undefined : await meetingContext(scope, region, meeting)
  if (!context || isFrame(itemKindOf(key))) return undefined
  const drafted = await draftAgenda(scope, region, context)
  if (!drafted.brought.some((one) => one.key === key)) return undefined
  const topic = (await agendaView(scope, region, context, drafted, 'codes')).topics.get(key)
  const placed = drafted.agenda.sections.flatMap(({ items }) => items).find(({ id }) => id === key)
  const stored = await arrangementOf(scope, meeting, key)
  return {
    context,
    key,
    name: topic ? topicText(topic, text) : text.agendas.none,
    minutes: stored?.duration ?? placed?.duration ?? SHORTEST_ITEM,
    arranged: stored ? { ...stored, arrangement: stored.revision } : NOT_ARRANGED,
  }
}

const SHORTEST_ITEM = 1
const LONGEST_ITEM = 240
const link = z.url({ protocol: /^https$/, error: 'https-link' }).max(300)

/** The button of an item in the draft: minutes, place in its section, held back, a paper. Also after it was published. */
export const editAgenda = command('agenda.edit', {
  hidden: true,
  permission: 'agenda.edit',
  args: { on: itemArgument },
  seen: {
    version: ({ args }) => args.on.arranged.arrangement,
    changed: ({ args, region, words }) =>
      formFault(words.meanwhile(memberName(region, args.on.arranged.arrangedBy ?? ''))),
  },
  form: {
    minutes: wholeNumber({ min: 1, max: LONGEST_ITEM }),
    position: optional(wholeNumber({ min: 1, max: 99 })),
    held: choice({ values: ['no', 'yes'], labels: (t) => t.agendas.edit.held }),
    paperTitle: optional(shortText({ maxLength: 40 })),
    paperUrl: optional(shortText({ maxLength: 300, schema: link })),
  },
  open: ({ args: { on } }) => {
    const { summary, name, minutes, arranged } = on
    return {
      intro: summary?.code ?? name,
      initial: {
        minutes: String(minutes),
        position: arranged.position === null ? undefined : String(arranged.position),
        held: arranged.heldBack ? 'yes' : 'no',
        paperTitle: arranged.paperTitle ?? undefined,
        paperUrl: arranged.paperUrl ?? undefined,
      },
    }
  },
  submit: async ({ args: { on }, values, words, ...call }) => {
    const { scope, asker, now, region, text, language } = call
    const { context, name, arranged: before } = on
    if ((values.paperTitle === undefined) !== (values.paperUrl === undefined))
      throw fieldFaults({ paperUrl: words.paperBoth })
    const arranged = await arrange(call, on, {
      duration: values.minutes,
      position: values.position ?? null,
      heldBack: values.held === 'yes',
      paperTitle: values.paperTitle ?? null,
      paperUrl: values.paperUrl ?? null,
      arrangedBy: asker.memberId,
    })
    if (!arranged) throw formFault(words.meanwhile(memberName(region, before.arrangedBy ?? '')))
    call.note('change', 'agenda', context.meeting.id)
    const what = values.held === 'yes' ? ('held_back' as const) : ('arranged' as const)
    await amendAgenda(scope, region, context, { by: asker.memberId, what, item: name }, now)
    if (await agendaAsPublished(scope, region, context))
      return say(changedAgendaCard(context.series.name, text))
    const { view, draft } = await draftFacts(scope, region, context)
    return say(agendaDraftCard(view, draft, language, text))
  },
})

/** Compare-and-set, where its arrangement is kept: with the summary, or with the agenda. */
const arrange = (
  { scope }: Call,
  { context, summary, key = '', arranged }: AgendaItem,
  wanted: Parameters<typeof arrangeItem>[4],
): Promise<boolean> =>
  summary
    ? arrangeSummary(scope, summary.id, arranged.arrangement, wanted)
    : arrangeItem(scope, context.meeting.id, key, arranged.arrangement, wanted)
