import type { Catalogue } from '../catalogue.ts'
import { recordFields } from './meeting.ts'

const whichMeeting = {
  name: 'meeting',
  description: 'A date or a name, e.g. 2026-06-17 (the nearest if left out)',
}

export const minutesCommands: Catalogue['commands']['minutes'] = {
  noun: 'minutes',
  show: {
    verb: 'show',
    description: 'See the minutes of a meeting and their versions',
    arguments: { meeting: whichMeeting },
  },
  finish: {
    verb: 'finish',
    description: 'Make minutes of what was recorded and ask for approval',
    arguments: { meeting: whichMeeting },
    finished: (meeting) => `The minutes of ${meeting} are finished`,
    finishedNext: (name) => `${name} is asked to approve them in the next morning's digest.`,
    already: (meeting) => `The minutes of ${meeting} are finished already`,
    notOver: 'Finish the minutes after the meeting has ended',
  },
  approve: {
    verb: 'approve',
    description: 'Approve minutes',
    arguments: { meeting: whichMeeting },
    approvedNow: (meeting, version) => `You approved the minutes of ${meeting} (${version})`,
    changedMeanwhile: 'A newer version was made meanwhile. Read it before you approve',
  },
  export: {
    verb: 'export',
    description: 'Get minutes as Word, PDF and text files',
    arguments: { meeting: whichMeeting },
  },
  correct: {
    verb: 'correct',
    description: 'Correct approved minutes',
    form: {
      title: 'Record an item',
      submit: 'Correct',
      fields: {
        change: { label: 'Correction', hint: 'What was corrected and why. It stays in the minutes' },
        ...recordFields,
      },
    },
    corrected: (version) => `Corrected: ${version}. It must be approved anew`,
  },
}

export const minutes: Catalogue['minutes'] = {
  draft: (title) => `[being recorded] ${title}`,
  waiting: (title) => `[waits for approval] ${title}`,
  title: (fiscalYear, ordinal, series) => `${series}, meeting ${ordinal} of ${fiscalYear}: minutes`,
  when: 'When',
  whenValue: (start, end) => `${start} to ${end}`,
  place: 'Place',
  chair: 'Chair',
  recorder: 'Recorder',
  attended: 'Present',
  absent: 'Absent',
  people: (count, names) => (names === '' ? String(count) : `${count}: ${names}`),
  absentee: (name, about) => (about === '' ? name : `${name} (${about})`),
  deputy: (name) => `deputy ${name}`,
  unconfirmed: 'not known',
  unconfirmedCount: (count) => `Attendance of ${count} people is not known`,
  item: (number, topic) => `${number} ${topic}`,
  decision: (text) => `Decision: ${text}`,
  noDecision: 'Decision: none',
  followUp: (what, who, by) => `Follow-up: ${what} (${who}, by ${by})`,
  carriedOver: 'Carried over to the next meeting',
  status: 'Version',
  version: (version) => `Version ${version}`,
  approvedBy: (version, on, by) => `${version}, approved ${on} by ${by}`,
  notApproved: (version) => `${version}, waits for approval`,
  notFinished: 'Being recorded. Once finished, the chair is asked to approve',
  versions: 'Versions',
  versionLine: (version, on, by, change) => `${version}, ${on}, ${by}: ${change}`,
  first: 'finished the record',
  edited: (number) => `changed the record of ${number}`,
  presenceEdited: 'corrected attendance',
  buttons: {
    approve: 'Approve',
    finish: 'Finish the minutes',
    correct: 'Correct',
    record: 'Record',
    export: 'As files',
    show: 'See',
  },
  finishQuestion:
    'The record becomes minutes, and approval is asked for. They can be changed until approved.',
  finishYes: 'Finish',
  finishNo: 'Not yet',
  named: (name) => name,
  theCentre: 'The core centre',
  approvedAlready: (by) => `${by} approved this version already`,
  onlyChair: (name) => `${name} approves these minutes`,
  none: 'There are no minutes',
  noneNext: 'Name a meeting by its date or name, e.g. /minutes show 2026-06-17.',
  notYours: 'Those minutes are not approved yet, or only for members of the body',
  exported: {
    heading: (series, date) => `The minutes of ${series} (${date}) as files`,
    note: 'Handle them with care. Before approval they say so.',
    files: { docx: 'Minutes (Word)', pdf: 'Minutes (PDF)', text: 'Minutes (text)' },
  },
  digest: {
    toApprove: 'Minutes that wait for your approval',
    unwritten: 'Meetings without minutes',
    line: (date, name) => `${date} ${name}`,
    read: 'Read',
    write: 'Record',
  },
}
