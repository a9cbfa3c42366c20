import type { Catalogue } from '../catalogue.ts'
import { planFields } from './plan.ts'

const code = {
  label: 'Case code',
  hint: "The region's own code. No names, no initials",
  placeholder: 'S-0142',
}

export const caseCommands: Catalogue['commands']['case'] = {
  noun: 'case',
  register: {
    verb: 'register',
    description: 'Register a new case and its plan',
    form: {
      title: 'Register a case',
      submit: 'Register',
      fields: {
        code,
        kind: { label: 'Kind of plan' },
        municipality: { label: 'Deciding municipality' },
        ...planFields,
      },
    },
    intro: (member) =>
      `In charge: ${member}. No names or other personal data: a case is known by its code only.`,
    done: (code) => `Case ${code} is registered`,
    taken: (code) => `${code} exists already. Choose another code, or look at it with /case show ${code}`,
  },
  list: { verb: 'list', description: 'See the cases you are in charge of' },
  show: { verb: 'show', description: "See one case's plan and monitoring months" },
  assign: {
    verb: 'assign',
    description: 'Hand over one case, or all of somebody who leaves',
    arguments: { from: { name: 'from', description: 'Who is in charge now, to hand over all of theirs' } },
    form: { title: 'Hand over', submit: 'Hand over', fields: { to: { label: 'New person in charge' } } },
    intro: (count, codes) => `${count}: ${codes}`,
    andMore: (codes, more) => `${codes} and ${more} more`,
    which: 'Please say which case',
    whichNext:
      'One: /case assign case=S-0142. All of somebody who leaves: /case assign from=NAME (without the space).',
    none: (name) => `${name} is in charge of no case that you can hand over`,
    nobody: 'There is nobody else who could take it. Please speak to the core centre',
    same: 'That is who has it now. Please choose somebody else',
    notTheirs:
      'That person cannot take it on. Please choose from the list; to another office a case goes by a handover sheet',
    meanwhile: 'Somebody else took it on meanwhile. Please look who is in charge now',
  },
  close: {
    verb: 'close',
    description: 'Close a case whose support has ended',
    form: {
      title: 'Close the case',
      submit: 'Close',
      fields: { closedOn: { label: 'Closed on', hint: 'E.g. 2026-04-01' }, reason: { label: 'Reason' } },
    },
    intro: (code) =>
      `Case ${code} is closed: no more is asked or told of it. /case reopen ${code} brings it back.`,
    future: 'Please give a day up to today',
    done: (code) => `Case ${code} is closed`,
  },
  reopen: {
    verb: 'reopen',
    description: 'Open a closed case again',
    isOpen: (code) => `Case ${code} is not closed`,
    done: (code) => `Case ${code} is open again`,
  },
  suspend: {
    verb: 'suspend',
    description: 'Stop monitoring for a time, as during a stay in hospital',
    form: {
      title: 'Suspend',
      submit: 'Suspend',
      fields: { from: { label: 'Suspended from', hint: 'E.g. 2026-04-01' } },
    },
    intro: 'During a long stay in hospital, say, monitoring is not asked for.',
    already: (code) => `Case ${code} is suspended already`,
    overlaps: 'This lies within an earlier suspension. Please give a later day',
    done: (code) => `Case ${code} is suspended`,
  },
  resume: {
    verb: 'resume',
    description: 'Begin monitoring of a suspended case again',
    form: {
      title: 'Resume',
      submit: 'Resume',
      fields: { from: { label: 'Resumed from', hint: 'E.g. 2026-04-01' } },
    },
    notSuspended: (code) => `Case ${code} is not suspended`,
    beforeStart: 'Please give a day after the suspension began',
    done: (code) => `Case ${code} is resumed`,
  },
  need: {
    verb: 'need',
    description: 'Set the need for support, and with it how often a meeting reviews it',
    form: { title: 'Need for support', submit: 'Set', fields: { level: { label: 'Need for support' } } },
    intro: (code, one, two, three) =>
      `Case ${code}. A meeting looks at it again every ${one} months at level 1, ${two} at 2, ${three} at 3.`,
    done: (code) => `The need level of case ${code} is set`,
  },
  priority: { verb: 'priority', description: 'See the cases whose review by need is due' },
  selfplan: {
    verb: 'selfplan',
    description: 'Record a self-plan, and whether the user wished it',
    form: { title: 'Self-plan', submit: 'Record', fields: { selfPlan: { label: 'Self-plan' } } },
    done: (code) => `Recorded for case ${code}`,
  },
}

export const cases: Catalogue['cases'] = {
  fields: { code },
  register: {
    proposed:
      'The monitoring months are a proposal counted back from the end month. Please confirm them by the certificate: "Record the certificate".',
    noSpecialist: (name) => `There is no member "${name}"`,
    otherOffice: 'Only somebody of your own office can be put in charge',
    noOffice: (name) => `${name} belongs to no office and cannot be put in charge`,
  },
  closingReasons: {
    support_ended: 'Support ended',
    died: 'Died',
    moved_away: 'Moved away',
    other_region: 'To an office elsewhere',
    other: 'Other',
  },
  needLevels: { 1: '1 (closest following)', 2: '2', 3: '3', none: 'Not set' },
  selfPlans: {
    wished: "Self-plan by the user's wish",
    unwished: 'Self-plan for want of an office',
    none: 'An office makes the plan',
  },
  assign: {
    done: (count, to) =>
      count === 1 ? `${to} is in charge of it now` : `${to} is in charge of ${count} cases now`,
    doneNext: (to) => `${to} hears of it in the next morning's digest.`,
  },
  close: {
    isClosed: (code) => `Case ${code} is closed`,
    isClosedNext: (code) => `To begin again, reopen it first: /case reopen ${code}`,
  },
  priority: {
    heading: (count) => `Cases to review (${count})`,
    none: 'No case is due for review within three months',
    past: 'Due: please bring it to the next meeting',
    coming: 'Within three months',
    line: (code, level, date) => `${code}, need ${level}, by ${date}`,
    detail: (member, date) => `${member}; a meeting last saw it on ${date}`,
    write: 'Write the summary',
  },
  kinds: { new: 'new', change: 'change', renewal: 'renewal' },
  list: {
    heading: (count) => `Your cases (${count})`,
    regionHeading: (count) => `The region's cases (${count})`,
    none: 'You are in charge of no cases',
    noneNext: 'Register one with /case register.',
    columns: ['Case', 'Plan', 'Valid to', 'Next monitoring'],
  },
  show: {
    heading: (code) => `Case ${code}`,
    office: 'Office',
    member: 'In charge',
    plan: 'Plan',
    validity: 'Validity',
    period: (from, to) => `${from} to ${to}`,
    due: 'Monitoring months',
    dueNone: 'None',
    closed: 'Closed',
    suspended: 'Suspended',
    suspendedFrom: (date) => `from ${date}`,
    needLevel: 'Need for support',
    selfPlan: 'Self-plan',
    proposedInterval: 'Proposed interval',
    waits: (interval) => `${interval} (waits for the municipality)`,
    last: 'Last recorded',
    lastValue: (month, outcome) => `${month}: ${outcome}`,
    certificate: 'Record the certificate',
    renew: 'Register the renewal',
    reopen: 'Reopen',
    dueDone: (month) => `${month} done`,
    proposed: ' (proposed)',
    summary: 'Case summary',
    summaryNone: 'Not submitted yet',
    summaryFor: (meeting) => `Submitted for ${meeting}`,
    write: 'Write the summary',
    edit: 'Edit the summary',
    record: (month) => `Record ${month}`,
    notFound: (code) => `Case ${code} was not found`,
    notFoundNext: "Please check the code. Other offices' cases are not shown.",
  },
}
