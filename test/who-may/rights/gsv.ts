import { CENTRE, GSV as ROSTER } from './groups.ts'
import type { NounRights, Who } from './rights.ts'

/** Who carries cases brings them to the GSV of their area; the centre arranges it. */
const BRINGERS: Who = ROSTER.filter((one) => one !== 'adviser')
const NEXT = { meeting: { 'GSV to come': ROSTER }, series: { 'gsv-kita': ROSTER } }

/** What came of a case is its presenter's and the facilitator's of the group. */
const PRESENTER = {
  nothing: ['receiver'],
  presentation: { held: ['receiver'] },
} satisfies NounRights['commands'][string]['may']

/** Whether it was held is said by who led the group, and the centre: not by who presented. */
const PRE_MEETING = { meeting: { 'GSV held': CENTRE } } satisfies NounRights['commands'][string]['may']

const FULL = 'the session to come has its case already'

export const GSV: NounRights = {
  sees: { presentation: { held: ['receiver', 'coordinator'] } },
  commands: {
    'gsv.next': { may: { nothing: ROSTER, ...NEXT } },
    'gsv.offer': { comesBack: FULL, may: { nothing: BRINGERS, series: { 'gsv-kita': BRINGERS } } },
    'gsv.answer': { comesBack: FULL, may: { nothing: BRINGERS, meeting: { 'GSV to come': BRINGERS } } },
    'gsv.groups': {
      may: { nothing: CENTRE, meeting: { 'GSV to come': CENTRE }, series: { 'gsv-kita': CENTRE } },
    },
    'gsv.prepared': { may: PRE_MEETING },
    'gsv.postpone': { may: PRE_MEETING },
    'gsv.outcome': { may: PRESENTER },
    'gsv.result': { may: PRESENTER },
  },
}
