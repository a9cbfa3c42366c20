import type { Catalogue } from '../catalogue.ts'

export const commands: Catalogue['commands'] = {
  case: {
    noun: 'case',
    register: { verb: 'register', description: 'Register a new case and its plan' },
    list: { verb: 'list', description: 'See the cases you are in charge of' },
    show: { verb: 'show', description: "See one case's plan and monitoring months" },
  },
  summary: {
    noun: 'summary',
    submit: { verb: 'submit', description: 'Write a case summary (plan review) for the meeting' },
    list: { verb: 'list', description: 'See the summaries submitted, and the cases that still need one' },
  },
  monitoring: {
    noun: 'monitoring',
    due: { verb: 'due', description: 'See monitoring due this month or overdue' },
    done: { verb: 'done', description: 'Record when monitoring was done and what came of it' },
  },
  meeting: {
    noun: 'meeting',
    list: { verb: 'list', description: 'See when and where the coming meetings are' },
  },
  agenda: {
    noun: 'agenda',
    preview: { verb: 'preview', description: "See the draft of the next meeting's agenda" },
    publish: { verb: 'publish', description: "Post the agenda to the body's channel" },
  },
  tsunagi: {
    noun: 'tsunagi',
    help: { verb: 'help', description: 'See the commands and what you can do now' },
    home: { verb: 'home', description: 'See what waits for you' },
  },
  options: {
    case: { name: 'case', description: 'Case code, e.g. S-0142' },
    member: { name: 'member', description: 'The specialist in charge' },
    meeting: { name: 'meeting', description: 'Which meeting (the next one if left out)' },
    monitoring: { name: 'monitoring', description: 'Which monitoring month' },
  },
}
