import type { Catalogue } from '../catalogue.ts'

export const followUpCommands: Catalogue['commands']['followup'] = {
  noun: 'followup',
  add: {
    verb: 'add',
    description: 'Register who does what by when',
    menu: { global: 'Write a follow-up', message: 'Make this a follow-up' },
    arguments: { member: { name: 'who', description: 'Who does it (default: you)' } },
    form: {
      title: 'Give a follow-up',
      submit: 'Register',
      fields: {
        member: { label: 'Who' },
        what: { label: 'What', hint: 'No names or addresses: write Mr A, the office, and so on' },
        dueOn: { label: 'By when', hint: 'E.g. 2026-08-10' },
        case: { label: 'Case code', hint: 'If it is about a case (e.g. S-0142)' },
      },
    },
    intro: 'Who does what by when. It is told the business day before, and when the day has passed.',
    said: (name, date) => `A follow-up for ${name} (by ${date})`,
  },
  list: { verb: 'list', description: 'See the open follow-ups' },
  show: { verb: 'show', description: 'See one follow-up' },
  done: {
    verb: 'done',
    description: 'Finish a follow-up',
    form: {
      title: 'Finish a follow-up',
      submit: 'Done',
      fields: { reason: { label: 'What came of it', hint: 'May be left empty' } },
    },
    said: 'The follow-up is done',
  },
  extend: {
    verb: 'extend',
    description: 'Give a follow-up another day',
    form: {
      title: 'Another day',
      submit: 'Extend',
      fields: {
        dueOn: { label: 'New day', hint: 'E.g. 2026-08-31' },
        reason: { label: 'Why it takes longer' },
      },
    },
    said: (date) => `It is due on ${date} now`,
  },
  handover: {
    verb: 'handover',
    description: 'Hand a follow-up over to somebody else',
    form: {
      title: 'Hand over',
      submit: 'Hand over',
      fields: {
        to: { label: 'To whom' },
        reason: { label: 'What they should know', hint: 'May be left empty' },
      },
    },
    said: (name) => `It is ${name}'s now`,
  },
  drop: {
    verb: 'drop',
    description: 'Drop a follow-up',
    form: { title: 'Drop a follow-up', submit: 'Drop', fields: { reason: { label: 'Why it is dropped' } } },
    said: 'The follow-up is dropped',
  },
}

export const followUps: Catalogue['followUps'] = {
  told: (name) => `${name} hears of it in the next morning's digest.`,
  past: (today) => `That day is over. Please give one from ${today} on`,
  notLater: (due) => `It is due on ${due} now. Please give a later day`,
  noMember: (name) => `Nobody called "${name}" is on the roster`,
  noMemberNext: 'Please check the name. Nothing can be given to somebody who left.',
  memberGone: 'That person is not on the roster. Please choose from the list',
  noCase: (code) => `Case ${code} is not found. Check the code, or leave it empty`,
  caseClosed: (code) => `Case ${code} is closed. Leave the code empty`,
  notTheirCase: (code) =>
    `Case ${code} is not of that person's office. Give it without the code, or choose somebody else`,
  toOneself: 'It is theirs already. Please choose somebody else',
  meanwhile: 'Meanwhile it went to somebody else. Please open it again',
  gone: 'That follow-up is not found',
  goneNext: '/followup list shows the open ones.',
  notYours: 'Only its member, who gave it, their deputy, and the core centre can change it',
  notYoursNext: 'Please speak to its member.',
  closed: {
    done: (name, date) => `${name} finished it on ${date}`,
    dropped: (name, date) => `${name} dropped it on ${date}`,
  },
  closedNext: 'If something is left to do, register a new one with /followup add.',
  list: {
    mine: (count) => `${count} follow-up${count === 1 ? '' : 's'}`,
    region: (count) => `${count} follow-up${count === 1 ? '' : 's'} in the region`,
    none: 'No follow-up is open',
    overdue: 'Past their day',
    of: (name, count) => `${name}: ${count}`,
    given: 'Given to others',
    item: (what, date) => `${what} (by ${date})`,
    more: (count) => `and ${count} more`,
    add: 'Give a follow-up',
    open: 'Open',
  },
  show: {
    who: 'Who',
    dueOn: 'By when',
    case: 'Case',
    givenBy: 'Given by',
    extended: 'Extended',
    times: (count) => `${count} time${count === 1 ? '' : 's'}`,
    history: 'Before',
    was: (date, name, due) => `${date}: ${name}, by ${due}`,
    done: 'Done',
    extend: 'Extend',
    handover: 'Hand over',
    drop: 'Drop',
  },
  digest: {
    heading: 'Follow-ups',
    new: (name, date) => `From ${name}, by ${date}`,
    soon: (date) => `By ${date}`,
    overdue: (date) => `Was due on ${date}`,
    late: 'Follow-ups more than ten business days past their day',
    look: 'See the list',
  },
  agenda: {
    line: (name, date) => `${name} (by ${date})`,
  },
}
