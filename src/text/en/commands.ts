import type { Catalogue } from '../catalogue.ts'

export const commands: Catalogue['commands'] = {
  case: {
    noun: 'case',
    register: { verb: 'register', description: 'Register a new case and its plan' },
    list: { verb: 'list', description: 'See the cases you are in charge of' },
    show: { verb: 'show', description: "See one case's plan and monitoring months" },
    assign: { verb: 'assign', description: 'Hand over one case, or all of somebody who leaves' },
    close: { verb: 'close', description: 'Close a case whose support has ended' },
    reopen: { verb: 'reopen', description: 'Open a closed case again' },
    suspend: { verb: 'suspend', description: 'Stop monitoring for a time, as during a stay in hospital' },
    resume: { verb: 'resume', description: 'Begin monitoring of a suspended case again' },
    need: {
      verb: 'need',
      description: 'Set the need for support, and with it how often a meeting reviews it',
    },
    selfplan: { verb: 'selfplan', description: 'Record a self-plan, and whether the user wished it' },
  },
  plan: {
    noun: 'plan',
    new: { verb: 'new', description: 'Register a new plan' },
    change: { verb: 'change', description: 'Register a changed plan' },
    renew: { verb: 'renew', description: 'Register the plan of the next validity' },
    remove: { verb: 'remove', description: 'Take back the latest plan, registered by mistake' },
    certificate: {
      verb: 'certificate',
      description: 'Record the monitoring interval that the certificate prints',
    },
  },
  openings: {
    noun: 'openings',
    tell: { verb: 'tell', description: 'Tell how many new users your office can take' },
    list: { verb: 'list', description: 'See the openings of each office' },
  },
  leave: {
    noun: 'leave',
    take: { verb: 'take', description: 'Say who stands in while you are away' },
    end: { verb: 'end', description: 'Take a leave back' },
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
    propose: { verb: 'propose', description: 'Propose another interval to the municipality' },
    decide: { verb: 'decide', description: 'Decide a proposed interval' },
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
    from: { name: 'from', description: 'Who is in charge now, to hand over all of theirs' },
    office: { name: 'office', description: 'Which office (your own if left out)' },
    proposal: { name: 'proposal', description: 'Which proposal' },
    decision: { name: 'decision', description: 'Accept it or not' },
    monitoring: { name: 'monitoring', description: 'Which monitoring month' },
  },
}
