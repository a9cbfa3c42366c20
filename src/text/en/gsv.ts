import type { Catalogue } from '../catalogue.ts'

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
}
