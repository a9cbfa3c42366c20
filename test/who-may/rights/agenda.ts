import { CENTRE, EVERYBODY, LIAISON, OFFICERS, SECRETARIAT, STEERING } from './groups.ts'
import { each, type NounRights, type Who } from './rights.ts'
import { SUMMARY_READERS } from './summary.ts'

const MEETINGS = [
  'GSV held',
  'liaison held',
  'secretariat held',
  'liaison to come',
  'GSV to come',
  'plenary to come',
  'secretariat to come',
  'steering under way',
]

/** The centre makes agendas; once one is out it is its body's, with the codes that this body may see. */
const PUBLISHED: Record<string, Who> = { 'liaison held': LIAISON }
const ON_IT: Record<string, Who> = {
  'case/own': LIAISON,
  'summary/discussed intake': LIAISON,
  'summary/discussed notice': LIAISON,
}

export const AGENDA: NounRights = {
  commands: {
    'agenda.preview': { may: { nothing: CENTRE, meeting: each(MEETINGS, CENTRE) } },
    'agenda.publish': {
      // Once.
      may: { nothing: CENTRE, meeting: { ...each(MEETINGS, CENTRE), 'liaison held': [] } },
    },
    'agenda.edit': { may: { summary: each(Object.keys(SUMMARY_READERS), CENTRE) } },
    // Where the meeting still waits for the summary of a plan.
    'agenda.presenter': {
      may: { case: each(["colleague's", "another municipality's", 'of who left', 'presented'], CENTRE) },
    },
    'agenda.discuss': { may: { meeting: PUBLISHED } },
    'agenda.history': { may: { nothing: EVERYBODY } },
    'agenda.export': {
      may: {
        nothing: [...LIAISON, ...OFFICERS],
        meeting: {
          ...each(MEETINGS, CENTRE),
          ...PUBLISHED,
          'secretariat held': SECRETARIAT,
          'steering under way': STEERING,
          'GSV held': [],
          'GSV to come': [],
        },
      },
      shows: ON_IT,
    },
    'agenda.show': { may: { meeting: PUBLISHED }, shows: ON_IT },
  },
}
