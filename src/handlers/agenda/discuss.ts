import { agendaAsPublished, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { agendaItemKind, agendaKind } from '../../domain/agenda/notices.ts'
import { channelsFor } from '../../domain/region/accounts.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { addDeliveries, sentDeliveries } from '../../store/outbox/deliveries.ts'
import { command } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

const meetingOption = idOption('required', (t) => t.commands.options.meeting)
const itemOption = idOption('required', (t) => t.commands.options.summary)

/** Chosen below a published agenda: a thread for one of its items, in each of the body's channels that has the agenda. */
export const discussItem = command({
  id: 'agenda.discuss',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.discuss.verb,
    description: (t) => t.commands.agenda.discuss.description,
  },
  hidden: true,
  permission: 'agenda.history',
  options: { meeting: meetingOption, item: itemOption },
  run: async (call) => {
    const { scope, region, asker, text, now, options } = call
    const words = text.agendas.discuss
    const file = await meetingFile(scope, region, options.meeting)
    const published = file && (await agendaAsPublished(scope, file))
    const isOn = published?.agenda.sections.some(({ items }) => items.some(({ id }) => id === options.item))
    if (!file || !isOn || !rosterOf(region, file.body.id).includes(asker.memberId))
      return { kind: 'refuse', card: refusalCard('agenda.item-gone', text.agendas.edit.gone) }
    const posts = await sentDeliveries(scope, agendaKind.about({ meeting: file.meeting.id }))
    const platforms = new Set(posts.map(({ platform }) => platform))
    const about = agendaItemKind.about({ meeting: file.meeting.id, item: options.item })
    await addDeliveries(
      scope,
      channelsFor(region, file.body.id, platforms).map((place) => ({
        key: `agenda-item:${options.item}:${file.meeting.id}:${place.platform}:${place.workspace}:${place.channel}`,
        ...about,
        place,
        dueAt: now,
      })),
    )
    return { kind: 'say', card: refusalCard('agenda.discussed', words.opened, words.openedNext) }
  },
})
