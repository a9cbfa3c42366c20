import { CENTRE, EVERYBODY, LIAISON, OFFICERS, SECRETARIAT, STEERING } from './groups.ts'
import { each, type NounRights, type Who } from './rights.ts'
import { SUMMARY_READERS } from './summary.ts'

/** GSV has none. */
const MEETINGS = [
  'liaison held',
  'secretariat held',
  'liaison to come',
  'plenary to come',
  'secretariat to come',
  'steering under way',
]

/** The centre makes agendas; once one is out it is its body's, with the codes that this body may see. */
const PUBLISHED: Record<string, Who> = {
  'liaison held': LIAISON,
  'secretariat held': SECRETARIAT,
  'steering under way': STEERING,
}
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
      may: { nothing: CENTRE, meeting: { ...each(MEETINGS, CENTRE), ...each(Object.keys(PUBLISHED), []) } },
    },
    'agenda.edit': { may: { summary: each(Object.keys(SUMMARY_READERS), CENTRE) } },
    // Where the meeting still waits for the summary of a plan.
    'agenda.presenter': {
      may: { case: each(["colleague's", "another municipality's", 'of who left', 'presented'], CENTRE) },
    },
    // Nothing but its frame stands on the others.
    'agenda.discuss': { may: { meeting: { 'liaison held': LIAISON } } },
    'agenda.history': { may: { nothing: EVERYBODY } },
    // The centre takes a draft along, too.
    'agenda.export': {
      may: { nothing: [...LIAISON, ...OFFICERS], meeting: { ...each(MEETINGS, CENTRE), ...PUBLISHED } },
      shows: ON_IT,
    },
    'agenda.show': { may: { meeting: PUBLISHED }, shows: ON_IT },
  },
}
