import type { Region } from '../../src/domain/region/region.ts'
import { PEOPLE } from './people.ts'

type Member = Region['members'][number]

const SERIES = ['renrakukai', 'gsv-kita', 'chosei', 'unei', 'zentaikai']
const OTHERS = ['kaoru', 'daichi']

const ON_CALL: Region['rotas'][number] = {
  id: 'denwa',
  name: '電話当番',
  kind: 'on_call',
  body: 'renrakukai',
  turn: 'week',
  lasts: 1,
  from: Temporal.PlainDate.from('2026-04-01'),
  order: [{ member: 'sakura' }, { member: 'riku' }],
}

const ADVISER: Member = { id: 'jogen', name: '助言 役のひと', roles: ['adviser'], accounts: [] }

/** Where people stood a month ago, and where they stand now: one moved to another office, one left. */
const AT_FIRST: Record<string, Partial<Member>> = { aoi: { office: 'satsuki' } }
const NOW: Record<string, Partial<Member>> = {
  aoi: { office: 'konoha' },
  sota: { office: undefined, roles: [] },
}

/** The sample region with the people of the walk alone, a chair, an adviser, and one workspace of Slack. */
export const walkedRegion = (sample: Region, when: 'at first' | 'now'): Region => {
  const stand = when === 'now' ? NOW : AT_FIRST
  const cast: string[] = [...Object.values(PEOPLE), ...OTHERS]
  return {
    ...sample,
    workspaces: [{ platform: 'slack', id: 'T1' }],
    members: [
      ...sample.members.filter(({ id }) => cast.includes(id)).map((one) => ({ ...one, ...stand[one.id] })),
      ADVISER,
    ],
    bodies: sample.bodies.map((body) => {
      if (body.id === 'renrakukai')
        return { ...body, members: [{ member: PEOPLE.chair, duty: 'chair' }, ...body.members] }
      return body.id === 'gsv-kita' ? { ...body, members: [...body.members, { member: ADVISER.id }] } : body
    }),
    series: sample.series.filter(({ id }) => SERIES.includes(id)),
    rotas: [...sample.rotas, ON_CALL],
  }
}

/** Another region, whose coordinator names things of this one; it has a case of its own. */
export const otherRegion = (sample: Region): Region => ({
  ...sample,
  id: 'tonari',
  name: 'となりの圏域',
  workspaces: [],
  members: [
    { id: 'hoka', name: '隣人 ほか', office: 'kikan', roles: ['coordinator', 'specialist'], accounts: [] },
    { id: 'ichika', name: '隣人 いちか', office: 'kikan', roles: ['specialist'], accounts: [] },
  ],
  series: [],
  rotas: [],
  visits: undefined,
})
