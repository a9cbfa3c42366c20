import { expect, test } from 'vitest'
import { agendaTemplateOf } from '../../../src/domain/agenda/which-agenda.ts'
import { exampleRegion } from '../../support/product.ts'

const templatesOf = async (id: string) => {
  const region = await exampleRegion(id)
  return Object.fromEntries(region.series.map((one) => [one.id, agendaTemplateOf(region, one)]))
}

test('councils have theirs by their body, meetings about cases the liaison’s, GSV and training none', async () => {
  expect(await templatesOf('saikatsuhoku')).toEqual({
    zentaikai: 'plenary',
    unei: 'steering',
    chosei: 'secretariat',
    renrakukai: 'liaison',
    'gsv-kita': undefined,
    'gsv-minami': undefined,
  })
  expect(await templatesOf('josho')).toMatchObject({ staff: 'liaison', unei: 'steering', gsv: undefined })
  expect(await templatesOf('daito')).toMatchObject({ network: undefined })
  expect(await templatesOf('handa')).toMatchObject({
    unei: 'steering',
    jizen: 'secretariat',
    shinjin: undefined,
  })
  expect(await templatesOf('wakasa')).toMatchObject({ 'gyosei-obama': 'secretariat', leader: undefined })
})

test('`agenda: false` turns it off; a steering body that takes summaries keeps its own sections', async () => {
  const region = await exampleRegion('saikatsuhoku')
  const unei = region.series.find(({ id }) => id === 'unei')
  if (!unei) throw new Error('no such series')
  const agenda = { takesSummaries: true, limitMinutes: 120, breakMinutes: 10, hardestFirst: false }
  expect(agendaTemplateOf(region, { ...unei, agenda: false })).toBeUndefined()
  expect(agendaTemplateOf(region, { ...unei, agenda })).toBe('steering')
})
