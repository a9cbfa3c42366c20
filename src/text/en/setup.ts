import type { Catalogue } from '../catalogue.ts'

export const setupCommands: Pick<
  Catalogue['commands']['tsunagi'],
  | 'noun'
  | 'help'
  | 'setup'
  | 'week'
  | 'region'
  | 'offices'
  | 'members'
  | 'people'
  | 'body'
  | 'channel'
  | 'series'
> = {
  noun: 'tsunagi',
  help: { verb: 'help', description: 'See the commands and what you can do now' },
  setup: { verb: 'setup', description: 'See how far offices, members, bodies and the rest are' },
  week: { verb: 'week', description: 'See what Tsunagi will do in the coming week' },
  region: {
    verb: 'region',
    description: 'Name, municipalities, opening days and hours',
    form: {
      title: 'Region',
      submit: 'Save',
      fields: {
        name: { label: 'Name of the region' },
        municipalities: { label: 'Municipalities', hint: 'One a line. Those already there stay' },
        days: { label: 'Open on', hint: 'National holidays and the turn of the year are closed anyway' },
        from: { label: 'Opens at', hint: 'e.g. 8:30' },
        to: { label: 'Closes at', hint: 'e.g. 17:15. Nothing is said outside these hours' },
        digestAt: { label: "Morning's message at", hint: 'e.g. 8:30, while open' },
      },
    },
    noDays: 'Please choose at least one',
  },
  offices: {
    verb: 'offices',
    description: 'Register offices, many at once',
    form: {
      title: 'Register offices',
      submit: 'Register',
      fields: {
        lines: { label: 'Name, kind, municipality (one a line)', placeholder: 'Office Lotus, plan, Hasuda' },
      },
    },
    intro: 'Lines can be pasted out of a spreadsheet. An office of the same name is changed as written.',
  },
  members: {
    verb: 'members',
    description: 'Register members, many at once',
    form: {
      title: 'Register members',
      submit: 'Register',
      fields: {
        lines: {
          label: 'Name, office or municipality, role (one a line)',
          placeholder: 'Sakura Example, Office Lotus, specialist',
        },
      },
    },
    intro:
      'Lines can be pasted out of a spreadsheet. Somebody of the same name is changed as written. Only people on the roster, never users.',
    nobodyLeads: 'There would be no coordinator left. Please keep at least one',
  },
  people: {
    verb: 'people',
    description: 'Put people of the workspace on the roster',
    arguments: { like: { name: 'name', description: 'Part of a name, where there are many people' } },
    form: {
      title: 'Link people here to the roster',
      submit: 'Link',
      fields: {
        person: { label: 'In this workspace' },
        member: { label: 'On the roster', hint: 'if they are there already' },
        name: { label: 'Name', hint: 'if they are not there yet' },
        place: { label: 'Office', hint: 'if they are not there yet' },
        role: { label: 'Role', hint: 'if they are not there yet' },
      },
    },
    intro: (left) =>
      `${left} people here are not linked yet. /tsunagi invite makes a code that they enter themselves.`,
    all: 'Everybody here is linked to the roster',
    practice: 'In the practice workspace everybody on the roster can take part',
    practiceNext: 'On Slack or Discord this links the people who are there.',
    personGone: 'This person is linked already, or not here any more',
    memberTaken: 'They have an account here already',
    roleNeeded: 'Please choose a role',
    nameKnown: 'Somebody of that name is on the roster: please choose them there',
    linked: (person, member) => `Linked ${person} to ${member} on the roster`,
  },
  body: {
    verb: 'body',
    description: 'Add or change a body and its roster',
    arguments: { body: { name: 'body', description: 'Which body' } },
    form: {
      title: 'Body',
      submit: 'Save',
      fields: {
        name: { label: 'Name' },
        kind: { label: 'Kind' },
        seats: { label: 'Who sits on it', hint: 'Single people can be written in the region file' },
        disclosure: { label: 'What its agenda may show' },
      },
    },
    ofRole: (role) => `Everybody: ${role}`,
    ofKind: (kind) => `Everybody of offices: ${kind}`,
    noSeats: 'Please choose at least one group',
  },
  channel: {
    verb: 'channel',
    description: 'Have a body speak in this channel',
    form: {
      title: "A body's channel",
      submit: 'Speak here',
      fields: { body: { label: 'Body' } },
    },
    intro:
      'The body speaks in the channel you are in. It should be private and hold nobody who is not on the roster.',
    practice: 'In the practice workspace each body has its channel',
    practiceNext: 'On Slack or Discord, open the channel and type /tsunagi channel.',
    where: 'Please type /tsunagi channel in the channel itself',
    whereNext: "Open the body's private channel, invite Tsunagi, and type it there.",
    done: (body) => `${body} speaks in this channel now`,
  },
  series: {
    verb: 'series',
    description: 'Add a meeting series',
    form: {
      title: 'Add a meeting series',
      submit: 'Add',
      fields: {
        name: { label: 'Name' },
        body: { label: 'Body' },
        kind: { label: 'Kind' },
        nth: { label: 'How often' },
        weekday: { label: 'Weekday' },
        time: { label: 'Begins at', hint: 'e.g. 14:00' },
        duration: { label: 'Minutes', hint: 'e.g. 120' },
        from: { label: 'From' },
        place: { label: 'Place' },
        summaries: { label: 'Collect case summaries and make an agenda?' },
      },
    },
  },
}

export const setup: Catalogue['setup'] = {
  heading: (region) => `Setting up ${region}`,
  intro:
    'Go from top to bottom, and Tsunagi starts to work. Leave whenever you like: /tsunagi setup goes on from there.',
  allDone: 'All is set up. Changes are made here too.',
  saved: 'Saved',
  steps: {
    region: 'Name, municipalities, opening days and hours',
    offices: 'Offices',
    members: 'Members',
    accounts: 'Accounts',
    bodies: 'Bodies and their rosters',
    channels: "Bodies' channels",
    series: 'Meeting series',
  },
  done: (step, count) => `✓ ${step}: ${count}`,
  open: (step, count) => `○ ${step}: ${count}`,
  notYet: 'not yet',
  counts: {
    region: (have) => `${have} municipalities`,
    offices: (have) => `${have}`,
    members: (have) => `${have}`,
    accounts: (have, of) => `${have} of ${of}`,
    bodies: (have) => `${have}`,
    channels: (have, of) => `${have} of ${of}`,
    series: (have) => `${have}`,
  },
  begin: 'Begin',
  change: 'Change or add',
  changeBody: 'Choose a body to change',
  file: 'All of this is the region file too: tsunagi region export prints it.',
  changedMeanwhile: 'Somebody else changed this first. Sent again as it is, yours takes its place',
  notSaved: 'This cannot be saved. Please look at what you wrote',
  gone: 'That body is not there',
  noBodies: 'Please register a body first',
  noBodiesNext: '/tsunagi setup has a step for it.',
  region: {
    weekdays: {
      '1': 'Monday',
      '2': 'Tuesday',
      '3': 'Wednesday',
      '4': 'Thursday',
      '5': 'Friday',
      '6': 'Saturday',
      '7': 'Sunday',
    },
  },
  offices: {
    kinds: {
      core: 'core centre',
      commissioned: 'commissioned',
      plan: 'plan',
      child: 'child',
      general: 'general',
      activity: 'activity centre',
    },
  },
  members: {
    roles: {
      coordinator: ['core'],
      chief_specialist: ['chief'],
      specialist: ['consultation specialist'],
      officer: ['municipality'],
      adviser: ['supervisor'],
      council_member: ['council'],
    },
  },
  lines: {
    fault: (line, reason) => `Line ${line}: ${reason}`,
    name: 'please write a name of at most 80 characters',
    office: (typed) => `there is no office or municipality "${typed}". Please register it first`,
    municipality: (typed) => `there is no municipality "${typed}"`,
    kind: (typed, known) => `there is no kind "${typed}" (${known})`,
    role: (typed, known) => `there is no role "${typed}" (${known})`,
    twice: (typed) => `"${typed}" is there twice`,
    more: (count) => `and ${count} more lines`,
  },
  people: {
    loading: 'Looking up who is in this workspace',
    loadingNext:
      'Please open this again in a moment. Where Tsunagi may not see the list, it stays away: register members as lines then, and link them by the codes of /tsunagi invite.',
    again: 'Open again',
  },
  body: {
    kinds: {
      plenary: 'Plenary',
      steering: 'Steering',
      secretariat: 'Secretariat',
      subcommittee: 'Subcommittee',
      working_group: 'Working group',
      liaison: 'Liaison meeting',
    },
    disclosures: { topics: 'Topics only', codes: 'Case codes too', summaries: 'Case summaries too' },
  },
  series: {
    kinds: {
      liaison: 'Liaison meeting',
      plenary: 'Plenary',
      steering: 'Steering',
      coordination: 'Coordination',
      secretariat: 'Secretariat',
      subcommittee: 'Subcommittee',
      gsv: 'GSV',
      case_review: 'Case review',
      case_study: 'Case study',
      supervision: 'Supervision',
      training: 'Training',
    },
    nths: {
      '1': 'First of the month',
      '2': 'Second of the month',
      '3': 'Third of the month',
      '4': 'Fourth of the month',
      '-1': 'Last of the month',
      weekly: 'Every week',
      biweekly: 'Every two weeks',
    },
    summaries: { yes: 'Yes', no: 'No' },
  },
  weekAhead: {
    heading: 'What Tsunagi will do in the coming week',
    every: (time) => `Each working morning at ${time}: one message to whoever has something waiting`,
    meeting: (when, name) => `${when}  ${name}`,
    ask: (when, name) => `${when}  asks for cases for ${name}`,
    draft: (when, name) => `${when}  shows the core centre the draft agenda of ${name}`,
    publish: (when, name) => `${when}  posts the agenda of ${name}`,
    none: 'No meetings or agendas are planned yet.',
  },
}
