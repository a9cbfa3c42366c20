import {
  CENTRE,
  EVERYBODY,
  GSV,
  KONOHA,
  LIAISON,
  MEMBERS,
  PLENARY,
  SATSUKI,
  SECRETARIAT,
  STEERING,
} from './groups.ts'
import { each, type NounRights, type Who } from './rights.ts'

/** The roster of its body, which comes to it; the centre looks after all. */
const FOLLOWERS: Record<string, Who> = {
  'liaison held': LIAISON,
  'liaison to come': LIAISON,
  'GSV held': GSV,
  'GSV to come': GSV,
  'secretariat held': SECRETARIAT,
  'secretariat to come': SECRETARIAT,
  'steering under way': STEERING,
  'plenary to come': PLENARY,
}
/**
 * Who runs it and writes what came of it: the centre, its chair, and its recorder. Only the
 * liaison meeting has both. A recorder is one until the minutes are approved.
 */
const RUNNERS: Record<string, Who> = {
  ...each(Object.keys(FOLLOWERS), CENTRE),
  'liaison held': ['coordinator', 'chair'],
  'liaison to come': ['coordinator', 'chair', 'recorder'],
}
/** Who makes somebody its recorder: the centre and its chair. Nobody makes themselves one. */
const APPOINTERS: Record<string, Who> = {
  ...RUNNERS,
  'liaison held': ['coordinator', 'chair'],
  'liaison to come': ['coordinator', 'chair'],
}
const BEGUN: Record<string, Who> = {
  'liaison held': ['coordinator', 'chair'],
  'secretariat held': CENTRE,
  'steering under way': CENTRE,
}
const TO_COME = ['liaison to come', 'GSV to come', 'secretariat to come', 'plenary to come'] as const

/** Reasons of absence are for whose they are, the chair and the centre: not for the body, its recorder or its minutes. */
const LINES: Record<string, Who> = {
  'of the liaison meeting held': ['other office', 'coordinator', 'chair'],
  'of the liaison meeting to come': ['other office', 'coordinator', 'chair'],
}
const TAKE_LINES: Record<string, Who> = {
  'of the liaison meeting held': ['coordinator', 'chair'],
  'of the liaison meeting to come': ['coordinator', 'chair', 'recorder'],
}

/** While it is on the centre answers for whoever does not; over, only the centre corrects what was announced. */
const ATTEND = {
  nothing: MEMBERS,
  meeting: {
    'liaison to come': LIAISON,
    'GSV to come': GSV,
    'secretariat to come': SECRETARIAT,
    'plenary to come': PLENARY,
    'steering under way': STEERING,
    'liaison held': CENTRE,
    'GSV held': CENTRE,
    'secretariat held': CENTRE,
  },
  member: {
    'in charge': ['in charge', 'coordinator'],
    'other office': ['other office', 'coordinator'],
    moved: ['moved', 'coordinator'],
    coordinator: CENTRE,
    'council member': ['council member', 'coordinator'],
  },
  attendance: {
    'of the liaison meeting held': CENTRE,
    'of the liaison meeting to come': ['other office', 'coordinator'],
  },
} satisfies NounRights['commands'][string]['may']

const WITHOUT_RECORDS: Who = ['chair', 'recorder', 'council member', 'adviser', 'of another region']

/** What stands on the agenda of a body that may see codes. */
const ON_THE_AGENDA: Record<string, Who> = {
  'case/own': LIAISON,
  'summary/discussed intake': LIAISON,
  'summary/discussed notice': LIAISON,
}

/** The centre moves and cancels, before it begins. */
const CHANGE = { may: { meeting: each(TO_COME, CENTRE) } }

export const MEETING: NounRights = {
  sees: {
    meeting: {
      'liaison held': LIAISON,
      // Not approved yet: of those who work on it.
      'secretariat held': CENTRE,
      'steering under way': CENTRE,
    },
    attendance: LINES,
  },
  commands: {
    'meeting.list': { may: { nothing: EVERYBODY } },
    'meeting.series': { may: { nothing: EVERYBODY } },
    // Its day and place, as the list says them.
    'meeting.file': { may: { meeting: each(Object.keys(FOLLOWERS), MEMBERS) } },
    'meeting.attend': { may: ATTEND },
    'meeting.attendance': { may: { nothing: CENTRE, meeting: RUNNERS } },
    'meeting.came': { may: { attendance: TAKE_LINES } },
    'meeting.rest': { may: { meeting: BEGUN } },
    'meeting.recorder': {
      may: {
        // Of the next meeting, which is no liaison meeting, and to which the other office does not come.
        nothing: CENTRE,
        meeting: APPOINTERS,
        member: { 'in charge': CENTRE, moved: CENTRE, coordinator: CENTRE },
      },
    },
    // Begun already, or its day.
    'meeting.start': {
      may: {
        nothing: CENTRE,
        meeting: BEGUN,
      },
      shows: ON_THE_AGENDA,
    },
    'meeting.step': { may: { meeting: BEGUN }, shows: ON_THE_AGENDA },
    'meeting.record': {
      may: {
        nothing: ['coordinator', 'chair'],
        meeting: BEGUN,
      },
      shows: ON_THE_AGENDA,
    },
    'meeting.export': {
      // Of one's own office; the centre all.
      may: {
        // Those whose office has something on record.
        nothing: EVERYBODY.filter((one) => !WITHOUT_RECORDS.includes(one)),
        office: {
          satsuki: [...SATSUKI, 'coordinator'],
          konoha: [...KONOHA, 'coordinator'],
          kumo: ['other office', 'coordinator'],
          kikan: CENTRE,
        },
      },
    },
    'meeting.year': { may: { nothing: CENTRE } },
    'meeting.confirm': { may: { nothing: CENTRE } },
    'meeting.move': CHANGE,
    'meeting.cancel': CHANGE,
    // None is cancelled.
    'meeting.restore': { may: {} },
  },
}
