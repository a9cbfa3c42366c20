import { openingsCard } from '../../cards/openings.ts'
import { allOpenings } from '../../store/openings/openings.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

/** `/openings list`: what each office said last, so that a new user can be sent where there is room. */
export const listOpenings = command('openings.list', {
  permission: 'openings.read',
  run: async ({ scope, region, language, text }) => {
    const told = await allOpenings(scope)
    const lines = region.offices.flatMap(({ id, name }) => {
      const one = told.find(({ officeId }) => officeId === id)
      return one ? [{ ...one, office: name }] : []
    })
    const silent = region.offices
      .filter(({ id, kind }) => kind !== 'core' && !told.some(({ officeId }) => officeId === id))
      .map(({ name }) => name)
    return say(openingsCard(lines, silent, language, text))
  },
})
