import { z } from 'zod'
import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import { agendaAsPublished, type MeetingFile, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { amendAgenda } from '../../actions/agenda/amend-agenda.ts'
import { changedAgendaCard } from '../../cards/agenda/agenda.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { refusalCard } from '../../cards/answer.ts'
import { memberName } from '../../domain/region/names.ts'
import { arrangeSummary, type Summary, summaryById } from '../../store/summary/summaries.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { choice, optional, shortText, wholeNumber } from '../legacy/field.ts'
import { idOption } from '../legacy/options.ts'

const summaryOption = idOption('required', (t) => t.commands.options.summary)
/** The arrangement that the form was opened on. */
const seenOption: Option<number> = {
  schema: z.coerce.number().int().min(0),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.seen,
}

const LONGEST_ITEM = 240
const link = z.url({ protocol: /^https$/, error: 'https-link' }).max(300)

/** The button of an item in the draft: minutes, place in its section, held back, a paper. Also after it was published. */
export const editAgenda = command({
  id: 'agenda.edit',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.edit.verb,
    description: (t) => t.commands.agenda.edit.description,
  },
  hidden: true,
  permission: 'agenda.edit',
  options: { summary: summaryOption, seen: seenOption },
  form: {
    title: (t) => t.agendas.edit.title,
    submit: (t) => t.agendas.edit.submit,
    fields: {
      minutes: wholeNumber({ words: (t) => t.agendas.edit.fields.minutes, min: 1, max: LONGEST_ITEM }),
      position: optional(wholeNumber({ words: (t) => t.agendas.edit.fields.position, min: 1, max: 99 })),
      held: choice({
        words: (t) => t.agendas.edit.fields.held,
        values: ['no', 'yes'] as const,
        labels: (t) => t.agendas.edit.held,
      }),
      paperTitle: optional(
        shortText<string>({ words: (t) => t.agendas.edit.fields.paperTitle, maxLength: 40 }),
      ),
      paperUrl: optional(
        shortText<string>({ words: (t) => t.agendas.edit.fields.paperUrl, maxLength: 300, schema: link }),
      ),
    },
  },
  run: async (call) => {
    const found = await itemOf(call, call.options.summary)
    if (!found.ok) return found.refusal
    const { item } = found
    return {
      kind: 'ask',
      open: {
        options: { summary: item.id, seen: String(item.arrangement) },
        intro: item.code ?? call.text.summaries.forms[item.form].topic,
        initial: {
          minutes: String(item.duration ?? item.estimated),
          position: item.position === null ? undefined : String(item.position),
          held: item.heldBack ? 'yes' : 'no',
          paperTitle: item.paperTitle ?? undefined,
          paperUrl: item.paperUrl ?? undefined,
        },
      },
    }
  },
  submit: async (call) => {
    const { scope, values, asker, now, region, text, language, options } = call
    const found = await itemOf(call, options.summary)
    if (!found.ok) return found.refusal
    const { item, file } = found
    const words = text.agendas.edit
    if ((values.paperTitle === undefined) !== (values.paperUrl === undefined))
      return { kind: 'correct', faults: { fields: { paperUrl: words.paperBoth } } }
    const arranged = await arrangeSummary(scope, item.id, options.seen ?? item.arrangement, {
      duration: values.minutes,
      position: values.position ?? null,
      heldBack: values.held === 'yes',
      paperTitle: values.paperTitle ?? null,
      paperUrl: values.paperUrl ?? null,
      arrangedBy: asker.memberId,
    })
    if (!arranged) {
      const by = memberName(region, item.arrangedBy ?? '')
      return { kind: 'correct', faults: { general: words.meanwhile(by), fields: {} } }
    }
    call.note('change', 'agenda', file.meeting.id)
    const name = text.summaries.forms[item.form].topic
    const what = values.held === 'yes' ? ('held_back' as const) : ('arranged' as const)
    await amendAgenda(scope, region, file, { by: asker.memberId, what, item: name }, now)
    if (await agendaAsPublished(scope, file))
      return { kind: 'say', card: changedAgendaCard(file.series.name, text) }
    const { view, draft } = await draftFacts(scope, region, file)
    return { kind: 'say', card: agendaDraftCard(view, draft, language, text) }
  },
})

const itemOf = async (
  { scope, region, text }: BaseCall,
  id: string,
): Promise<{ ok: true; item: Summary; file: MeetingFile } | { ok: false; refusal: Outcome }> => {
  const item = await summaryById(scope, id)
  const file = item && (await meetingFile(scope, region, item.meetingId))
  if (item && file) return { ok: true, item, file }
  const card = refusalCard('agenda.item-gone', text.agendas.edit.gone)
  return { ok: false, refusal: { kind: 'refuse', card } }
}
