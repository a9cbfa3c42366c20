import { CENTRE, CENTRES, EVERYBODY } from './groups.ts'
import { each, type NounRights, type Who } from './rights.ts'

const BODIES = ['renrakukai', 'gsv-kita', 'chosei', 'unei', 'zentaikai'] as const

/** Everybody sees what was due to them; the centre sees everybody's. */
const MESSAGES: Record<string, Who> = {
  'in charge': ['in charge', 'coordinator'],
  'other office': ['other office', 'coordinator'],
  moved: ['moved', 'coordinator'],
  coordinator: CENTRE,
  'council member': ['council member', 'coordinator'],
  former: CENTRE,
}
/** A code links an account to somebody who has a part in the region: to nobody who left. */
const INVITED = each(['in charge', 'other office', 'moved', 'coordinator', 'council member'], CENTRE)

const setUp = { may: { nothing: CENTRES } }

/** Oneself, one's accounts and messages; and what the centre sets up. */
export const TSUNAGI: NounRights = {
  commands: {
    'tsunagi.help': { may: { nothing: EVERYBODY } },
    'tsunagi.home': {
      may: { nothing: EVERYBODY },
      // Sheets to answer, by their code.
      shows: { 'case/own': ['receiver'], "case/another office's": ['recorder'] },
    },
    'tsunagi.link': { may: { nothing: EVERYBODY } },
    // Nobody has an account elsewhere.
    'tsunagi.notify': { may: {} },
    'tsunagi.unlink': { may: {} },
    'tsunagi.connect': { may: { nothing: ['unknown'] }, comesBack: "the code is nobody's" },
    // Of the bodies that they sit on as a council member.
    'tsunagi.pledge': { may: { nothing: ['council member'], body: { zentaikai: ['council member'] } } },
    'tsunagi.deliveries': { may: { nothing: EVERYBODY, member: MESSAGES } },
    'tsunagi.undelivered': { may: { nothing: CENTRES } },
    // None of them has to be tried again.
    'tsunagi.retry': { may: {} },
    'tsunagi.invite': { may: { nothing: CENTRES, member: INVITED } },
    'tsunagi.known': { may: { request: { open: CENTRE } } },
    'tsunagi.decline': { may: { request: { open: CENTRE } } },
    'tsunagi.setup': setUp,
    'tsunagi.region': setUp,
    'tsunagi.offices': setUp,
    'tsunagi.members': setUp,
    'tsunagi.people': setUp,
    'tsunagi.body': { may: { nothing: CENTRES, body: each(BODIES, CENTRE) } },
    // From within a channel elsewhere.
    'tsunagi.channel': { may: {} },
    'tsunagi.series': setUp,
    'tsunagi.week': setUp,
  },
}
