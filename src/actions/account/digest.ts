import { button } from '../../bot/card.ts'
import { section } from '../../cards/digest/parts.ts'
import { pledgersOf } from '../../domain/account/permission.ts'
import { tellsOpenWork } from '../../domain/digest/morning.ts'
import { allPledges } from '../../store/account/pledges.ts'
import { digestSection } from '../digest/section.ts'

/** Weekly: bodies for which a council member has not confirmed the duty of secrecy. Nobody confirms in their place. */
export const pledgesToConfirm = digestSection({
  name: 'pledges',
  exists: ({ isReadBy, morning }) => tellsOpenWork(morning) && isReadBy('council_member'),
  load: async ({ scope, region, morning }) => {
    const confirmed = new Set(
      (await allPledges(scope)).map(({ bodyId, memberId }) => `${bodyId} ${memberId}`),
    )
    return region.bodies.map(({ id, name }) => {
      const members = pledgersOf(region, id, morning.today).map((member) => member.id)
      return { id, name, open: members.filter((memberId) => !confirmed.has(`${id} ${memberId}`)) }
    })
  },
  forReader: (bodies, { id, here }) => bodies.filter(({ open }) => here && open.includes(id)),
  card: (bodies, { text }) => {
    const { form, waiting } = text.commands.tsunagi.pledge
    const lines = bodies.map(({ id, name }) => ({
      text: name,
      button: button(form.submit, 'tsunagi.pledge', { body: id }),
    }))
    return section(waiting, lines)
  },
})
