import type { Catalogue } from '../catalogue.ts'

/** Said above every form about a case. */
const NO_PERSONAL_DATA = 'No names, addresses, dates of birth or phone numbers.'

const offerFields = {
  pattern: { label: 'Pattern' },
  case: { label: 'Case', hint: 'May be decided later' },
}

export const gsvCommands: Catalogue['commands']['gsv'] = {
  noun: 'gsv',
  offer: {
    verb: 'offer',
    description: 'Bring a case to a GSV or case study',
    form: {
      title: 'Bring a case to a GSV',
      submit: 'Offer',
      fields: { meeting: { label: 'Which session' }, ...offerFields },
    },
    intro: NO_PERSONAL_DATA,
  },
  answer: {
    verb: 'answer',
    description: 'Answer a request for a case',
    form: {
      title: 'A case, please',
      submit: 'Answer',
      fields: {
        answer: { label: 'Your answer' },
        ...offerFields,
        reason: { label: 'Why not', hint: 'If you cannot. The coordinator reads it' },
      },
    },
    intro: (name) => `It is your turn to bring a case to ${name}.${NO_PERSONAL_DATA}`,
    answers: { accept: 'I will', decline: 'Not this time' },
    reasonMissing: 'Say why in a word',
    declined: 'Thank you. The next is asked',
  },
  groups: {
    verb: 'groups',
    description: 'Form and confirm the groups of the next session',
    meanwhile: 'Somebody changed them first',
    meanwhileNext: 'Look at the groups as they are and try again.',
    done: (name) => `The groups of ${name} are settled`,
    doneNext: "They are posted to the body's channel, and everybody is told in the morning.",
    impossible: 'The groups cannot be formed',
  },
  next: { verb: 'next', description: 'Who presents and facilitates next, and your group' },
  outcome: {
    verb: 'outcome',
    description: 'Record the ideas picked and the next action',
    form: {
      title: 'What the GSV gave',
      submit: 'Record',
      fields: {
        ideas: { label: 'Ideas picked' },
        next: { label: 'Next action' },
        by: { label: 'By when', hint: 'e.g. 2026-08-10' },
      },
    },
    intro: (name) => `About the case of ${name}. ${NO_PERSONAL_DATA}`,
    past: 'A day from today on',
    done: 'Recorded',
    doneNext: (date) => `It is a follow-up until ${date}. In four weeks you are asked what came of it.`,
    changed: 'To change the day of the follow-up, change it there.',
    change: 'Change',
  },
  result: {
    verb: 'result',
    description: 'Record what came of it',
    form: {
      title: 'What came of it',
      submit: 'Record',
      fields: { result: { label: 'What came of it', hint: 'How it went. The next session opens with it' } },
    },
    before: 'What was decided',
    done: 'Recorded. The next session opens with it',
  },
}

const sizes = (works: readonly number[]) =>
  works.length === 0 ? '' : ` Groups of ${works.join(', ')} would work.`

export const gsv: Catalogue['gsv'] = {
  pattern: { strengths: 'Strengths model', supporter: 'Support for the supporter' },
  step: {
    open: 'Opening: earlier ideas that worked',
    'hand-out': 'Hand out the strengths assessment',
    'ask-for-help': 'Say what help is wanted',
    question: 'Questions about the assessment',
    brainstorm: 'Ideas',
    choose: 'Choose ideas and the next action',
    prepare: 'Opening: how it goes, and what came of the last session',
    present: 'Say what is hard',
    clarify: 'Ask to understand',
    affirm: 'Say what is good',
    reflect: 'Ideas, in turn',
    close: 'Impressions and the next action',
    break: 'Break',
  },
  speaker: {
    facilitator: 'Facilitator',
    presenter: 'Presenter',
    members: 'Members',
    everybody: 'Everybody',
  },
  rule: {
    'no-advice-yet': 'No advice while questions are asked',
    'no-conclusions': 'No conclusions',
    'odd-ideas-welcome': 'Odd ideas are welcome',
    'many-ideas': 'Many rather than good: about 20 to 40',
    'build-on-others': 'Build on the ideas of others',
    'everybody-supervises': 'Everybody but the presenter is a supervisor',
    'presenter-listens': 'While ideas are given, the presenter listens and notes them',
    'in-turn': 'Everybody speaks, in turn',
    'affirm-first': 'Say what is good before any advice',
    'not-for-crises': 'What is urgent does not wait for a GSV: go to the supervisor at once',
  },
  groupFault: {
    listedTwice: (name) => `${name} is listed twice. List them once.`,
    notAmongParticipants: (name) => `${name} is not among the participants. Add them first.`,
    presenterAbsent: (name) => `${name} is absent. Choose another presenter, or undo the absence.`,
    tooFewPeople: (people, least) => `${people} people make no group. At least ${least} must come.`,
    sizeOutOfRange: (least, most, works) => `A group has ${least} to ${most} people.${sizes(works)}`,
    sizeDoesNotFit: (people, size, works) =>
      `${people} people cannot be parted evenly into groups of ${size}.${sizes(works)}`,
    tooFewFacilitators: (groups, facilitators, works) =>
      `${groups} groups, but only ${facilitators} who may lead one.${sizes(works) || ' Add chief specialists or others who may.'}`,
    tooManyPresenters: (presenters, groups, works) =>
      `${presenters} presenters, but ${groups} groups. Name at most ${groups}.${sizes(works)}`,
    onlyColleaguesToLead: (names) =>
      `There are not enough facilitators from other offices than ${names.join(', ')}. Add some, or choose other presenters.`,
  },
  presenterFault: {
    tooFewPeople: (date, wanted, there) =>
      `${wanted} presenters are wanted on ${date}, but ${there} people will be there. Form fewer groups.`,
  },
  turn: { offered: 'offered', turn: 'in turn' },
  digest: {
    heading: 'GSV',
    ask: (series, date) => `Could you bring a case to ${series} on ${date}?`,
    answer: 'Answer',
    form: (series, date) => `Form the groups of ${series} on ${date}`,
    changed: (series, date) => `Others will come to ${series} on ${date} than the groups were formed for`,
    look: 'See the groups',
    group: (series, date, number) => `${series} on ${date}: group ${number}`,
    groupDetail: (facilitator, presenter) => `Facilitator ${facilitator}, presenter ${presenter}`,
    noPresenter: (facilitator) => `Facilitator ${facilitator}`,
    prepare: (series, date, on) => `Pre-meeting of ${series} on ${date}: ${on}`,
    preparePresenter: (name) => `With ${name}, who presents. Agree on a time`,
    prepareFacilitator: (name) => `With ${name}, who facilitates. Agree on a time`,
    outcome: (series, date) => `Ideas picked and your next action, from ${series} on ${date}`,
    result: (series, date) => `What came of what you decided at ${series} on ${date}`,
    write: 'Write',
  },
  noSeries: 'You are on no roster of a GSV or case study in groups',
  noSeriesNext: 'Write groups at the series in the region file. Ask the coordinator.',
  noMeeting: 'No GSV is planned',
  noMeetingNext: 'Ask the coordinator about the series.',
  gone: 'That session is gone or over',
  goneNext: '/gsv next shows the next one.',
  offer: {
    full: (date) => `The session of ${date} has all its cases`,
    fullNext: 'Choose another session.',
    closed: (date) => `The groups of ${date} are settled`,
    closedNext: 'Choose another session, or ask the coordinator.',
    notThere: (date) => `You are away on ${date}. End the absence, or choose another session`,
    done: (name) => `You bring a case to ${name}`,
    doneNext: (on, days) =>
      `The pre-meeting is ${days} business days before (about ${on}). The morning digest tells you your group.`,
  },
  groups: {
    heading: (name, ordinal) => `${name}${ordinal}`,
    draft: ' (draft)',
    confirmed: '',
    group: (number, count) => `Group ${number} (${count} people)`,
    facilitator: 'Facilitator',
    presenter: 'Presenter',
    members: 'Members',
    nobodyYet: 'nobody yet',
    preMeeting: (on) => `Pre-meeting on ${on}.`,
    away: (names) => `Away: ${names}`,
    changed: 'Others will come than these groups were formed for. "Form again" moves as few as possible.',
    moved: (count) => `${count} moved to another group.`,
    waiting: (names) => `Asked for a case, no answer yet: ${names}`,
    lacking: (count) => `${count} more cases are wanted.`,
    declined: (name, reason) => `${name} cannot this time: ${reason}`,
    again: 'Form again',
    confirm: 'Confirm',
    confirmedBy: (name) => `Confirmed by ${name}.`,
    opening: 'Opening: what came of earlier cases',
    openingOf: (name) => `${name}'s case`,
    openingSpoken: 'Told in the session.',
  },
  next: {
    heading: (name) => `Next: ${name}`,
    presenters: 'Presenters',
    facilitators: 'Facilitators',
    mine: 'Your group',
    notYet: 'not settled yet',
    preMeeting: 'Pre-meeting',
    steps: 'Steps',
    rules: 'Rules',
    minutes: (minutes) => `${minutes} min`,
    offer: 'Bring a case',
    columns: ['Step', 'Who speaks', 'Time'],
  },
  outcome: {
    none: 'There is no case to record',
    noneNext: 'Use this after a session you presented at.',
    notYours: "Only the presenter and their group's facilitator can record this",
  },
}
