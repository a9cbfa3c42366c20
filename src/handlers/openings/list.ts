import { openingsCard } from '../../cards/openings.ts'
import { allOpenings } from '../../store/openings/openings.ts'
import { command } from '../legacy/command.ts'

/** `/openings list`: what each office said last, so that a new user can be sent where there is room. */
export const listOpenings = command({
  id: 'openings.list',
  words: {
    noun: (t) => t.commands.openings.noun,
    verb: (t) => t.commands.openings.list.verb,
    description: (t) => t.commands.openings.list.description,
  },
  permission: 'openings.read',
  options: {},
  run: async ({ scope, region, language, text }) => {
    const told = await allOpenings(scope)
    const lines = region.offices.flatMap(({ id, name }) => {
      const one = told.find(({ officeId }) => officeId === id)
      return one ? [{ ...one, office: name }] : []
    })
    const silent = region.offices
      .filter(({ id, kind }) => kind !== 'core' && !told.some(({ officeId }) => officeId === id))
      .map(({ name }) => name)
    return { kind: 'say', card: openingsCard(lines, silent, language, text) }
  },
})
