import { type Card, card, field, fields } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { mayPledge } from '../../domain/account/permission.ts'
import { writeFullDate } from '../../domain/calendar/write-date.ts'
import { bodyName } from '../../domain/region/names.ts'
import { addPledge, allPledges, type Pledge } from '../../store/account/pledges.ts'
import { fieldFaults, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { bodyArgument } from '../region/arguments.ts'

const bodyOfMember = bodyArgument({
  may: mayPledge,
  unknown: ({ text }, typed = '') =>
    noticeCard('account.no-pledge', text.commands.tsunagi.pledge.unknown(typed)),
}).optional

/** `/tsunagi pledge [body]`: a council member confirms the duty of secrecy, for each body that they sit on. */
export const confirmPledge = command('tsunagi.pledge', {
  permission: 'account.pledge',
  args: { body: bodyOfMember },
  form: {
    body: choice(),
    confirmed: choice({ values: ['yes'], labels: (text) => text.commands.tsunagi.pledge.answers }),
  },
  open: async ({ args: { body }, words, ...call }) => {
    const confirmed = await confirmedBy(call)
    const before = confirmed.find(({ bodyId }) => bodyId === body?.id)
    if (before) return say(pledgeCard(words.before, before, call))
    const open = bodiesOf(call).filter(({ id }) => !confirmed.some(({ bodyId }) => bodyId === id))
    const first = body ?? open[0]
    if (!first) return say(noticeCard('account.no-pledge', words.nothing))
    return {
      intro: words.intro,
      initial: { body: first.id },
      choices: { body: open.map(({ id, name }) => ({ value: id, label: name })) },
    }
  },
  submit: async ({ values, words, ...call }) => {
    const { scope, asker, now } = call
    const body = bodiesOf(call).find(({ id }) => id === values.body)
    if (!body) throw fieldFaults({ body: words.unknown(values.body) })
    const pledge = { bodyId: body.id, memberId: asker.memberId, at: now }
    if (await addPledge(scope, pledge)) {
      call.note('change', 'pledge', body.id)
      return say(pledgeCard(words.done, pledge, call))
    }
    const before = (await confirmedBy(call)).find(({ bodyId }) => bodyId === body.id)
    return say(pledgeCard(words.before, before ?? pledge, call))
  },
})

const bodiesOf = ({ region, asker }: Call) => region.bodies.filter((body) => mayPledge(asker, body, region))

const confirmedBy = async ({ scope, asker }: Call): Promise<Pledge[]> =>
  (await allPledges(scope)).filter(({ memberId }) => memberId === asker.memberId)

/** What was confirmed, and when. */
const pledgeCard = (
  heading: (body: string) => string,
  { bodyId, at }: Pick<Pledge, 'bodyId' | 'at'>,
  { region, language, text }: Call,
): Card => {
  const day = at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const when = field(text.commands.tsunagi.pledge.day, writeFullDate(day, language))
  return card('account.pledged', heading(bodyName(region, bodyId)), fields(when))
}
