import { noticeCard } from '../../cards/answer.ts'
import { agendaItemKind, agendaKind } from '../../domain/agenda/notices.ts'
import { mayDiscussAgenda } from '../../domain/agenda/permission.ts'
import { channelsFor } from '../../domain/region/accounts.ts'
import { addDeliveries, sentDeliveries } from '../../store/outbox/deliveries.ts'
import { refuse, say } from '../answer.ts'
import { argument, carriedId, required } from '../arguments.ts'
import { command } from '../command.ts'
import { carriedItem, publishedAgendaArgument } from './arguments.ts'

/** An item of a published agenda, for the roster of its body. */
const publishedItem = argument({
  options: { meeting: required(carriedId), item: required(carriedItem) },
  resolve: async (call, { meeting, item }) => {
    const { asker, region, text } = call
    const found = await publishedAgendaArgument.lookUp(call, meeting)
    const isOn = found?.composed.agenda.sections.some(({ items }) => items.some(({ id }) => id === item))
    if (!found || !isOn || !mayDiscussAgenda(asker, found, region))
      throw refuse(noticeCard('agenda.item-gone', text.agendas.edit.gone))
    return { context: found.context, item }
  },
})

/**
 * The list below a published agenda: opens a thread for an item, in each of the body's channels that has the agenda.
 */
export const discussItem = command('agenda.discuss', {
  hidden: true,
  permission: 'agenda.history',
  args: { on: publishedItem },
  run: async ({ args: { on }, words, scope, region, now }) => {
    const { context, item } = on
    const posts = await sentDeliveries(scope, agendaKind.about({ meeting: context.meeting.id }))
    const platforms = new Set(posts.map(({ platform }) => platform))
    const about = agendaItemKind.about({ meeting: context.meeting.id, item })
    await addDeliveries(
      scope,
      channelsFor(region, context.body.id, platforms).map((place) => ({
        key: `agenda-item:${item}:${context.meeting.id}:${place.platform}:${place.workspace}:${place.channel}`,
        ...about,
        place,
        dueAt: now,
      })),
    )
    return say(noticeCard('agenda.discussed', words.opened, words.openedNext))
  },
})
