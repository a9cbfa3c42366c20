import type { Catalogue } from '../catalogue.ts'

export const summaries: Catalogue['summaries'] = {
  submit: {
    title: 'Case summary',
    submit: 'Submit',
    intro: (meeting, date) =>
      `For ${meeting} on ${date}. Concise enough to follow by ear. No names, addresses, dates of birth or phone numbers.`,
    done: (code) => `The summary of case ${code} is submitted`,
    edited: (code, version) => `The summary of case ${code} is changed (version ${version})`,
    meeting: 'Meeting',
    closes: 'Agenda goes out',
    closesNext: 'Until then you can change it as often as you like.',
    edit: 'Edit',
    notYours: 'The summary of this case is submitted by the office in charge',
    noPlan: (code) => `Case ${code} has no plan yet`,
    noMeeting: 'No meeting that takes summaries is planned yet',
    noMeetingNext: 'Please ask your core centre about the meeting series.',
    closed: (meeting) => `The agenda of ${meeting} is already published`,
    closedNext: 'This summary cannot be changed any more. Please add to it in the meeting.',
    noCases: 'There is no case to summarise',
    noCasesNext: 'Register a new case with /case register.',
  },
  fields: {
    case: { label: 'Case' },
    assessment: { label: 'Assessment', hint: 'Life as it is now, and why support is needed, in short.' },
    wishes: { label: "The person's wishes and goal", hint: 'Close to their own words.' },
    policy: { label: 'Support policy', hint: 'What matters, and where it leads.' },
    content: { label: 'Support content', hint: 'Services used, and who does what.' },
  },
  list: {
    heading: 'Case summaries',
    missing: 'Not submitted yet',
    submitted: 'Submitted',
    item: (code, meeting, date) => `${code}  ${date} ${meeting}`,
    version: (version) => `version ${version}`,
    none: 'Nothing to submit, and nothing submitted',
    write: 'Write it',
    edit: 'Edit',
  },
}
