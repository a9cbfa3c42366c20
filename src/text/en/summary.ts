import type { Catalogue } from '../catalogue.ts'

/** Above the forms, and on cards about what was written in them. */
const titles = {
  intake: 'Intake decision',
  plan_review: 'Case summary (plan review)',
  monitoring_result: 'Monitoring result',
  gsv_strengths: 'GSV (strengths model)',
  gsv_supporter: 'GSV (supporting the supporter)',
  case_study: 'Case study',
  priority_review: 'Review (need for support)',
  regional_issue: 'Regional issue',
  notice: 'Notice',
}

const withoutCase = (title: string) => ({ title, submit: 'Submit', fields: {} })
const aboutCase = (title: string) => ({ ...withoutCase(title), fields: { case: { label: 'Case' } } })

export const summaryCommands: Catalogue['commands']['summary'] = {
  noun: 'summary',
  submit: {
    verb: 'submit',
    description: 'Write a case summary (plan review) for the meeting',
    menu: { global: 'Submit a case summary' },
    form: aboutCase(titles.plan_review),
  },
  intake: {
    verb: 'intake',
    description: 'Bring an intake decision to the meeting',
    form: withoutCase(titles.intake),
  },
  result: {
    verb: 'result',
    description: 'Bring a monitoring result to the meeting',
    form: aboutCase(titles.monitoring_result),
  },
  review: {
    verb: 'review',
    description: 'Bring a case to the meeting for its review by need',
    form: aboutCase(titles.priority_review),
  },
  study: {
    verb: 'study',
    description: 'Bring a case for study',
    form: aboutCase(titles.case_study),
  },
  issue: {
    verb: 'issue',
    description: 'Bring a regional issue to the meeting',
    menu: { message: 'Make it a regional issue' },
    form: withoutCase(titles.regional_issue),
  },
  notice: {
    verb: 'notice',
    description: 'Put a notice on the agenda',
    menu: { message: 'Put it on the agenda' },
    form: withoutCase(titles.notice),
  },
  strengths: {
    verb: 'strengths',
    description: 'Offer a case for GSV (strengths model)',
    form: aboutCase(titles.gsv_strengths),
  },
  support: {
    verb: 'support',
    description: 'Offer a case for GSV (supporting the supporter)',
    form: aboutCase(titles.gsv_supporter),
  },
  versions: { verb: 'versions', description: 'Compare the versions of a summary' },
  agree: {
    verb: 'agree',
    description: 'Agree that the meeting looks at a monitoring result',
    arguments: { agreed: { name: 'decision', description: 'Accept it or not' } },
    already: (name) => `${name} has agreed already`,
    changed: 'It was rewritten meanwhile. Please read the new text first',
    again: 'Read the new text',
  },
  list: { verb: 'list', description: 'See the summaries submitted, and the cases that still need one' },
  passed: { verb: 'passed', description: 'Words that were said to be no names' },
}

type FieldWords = { label: string; hint?: string }

/** `topic` is what an item of the form is called on an agenda. */
const words = (title: string, topic: string, fields: Record<string, FieldWords>) => ({ title, topic, fields })

export const summaries: Catalogue['summaries'] = {
  submit: {
    intro: (meeting, date) =>
      `For ${meeting} on ${date}. Concise enough to follow by ear. No names, addresses, dates of birth or phone numbers.`,
    ofCase: (code) => `The summary of case ${code}`,
    done: (name) => `${name} is submitted`,
    edited: (name, version) => `${name} is changed (version ${version})`,
    meeting: 'Meeting',
    closes: 'Agenda goes out',
    closesNext: 'Until then you can change it as often as you like.',
    edit: 'Edit',
    versions: 'Compare versions',
    notFound: 'That summary was not found',
    noPlan: (code) => `Case ${code} has no plan yet`,
    noMeeting: 'No meeting that takes summaries is planned yet',
    noMeetingNext: 'Please ask your core centre about the meeting series.',
    closed: (meeting) => `The agenda of ${meeting} is already published`,
    closedNext: 'This summary cannot be changed any more. Please add to it in the meeting.',
    noCases: 'There is no case to summarise',
    noCasesNext: 'Register a new case with /case register.',
  },
  forms: {
    intake: words(titles.intake, 'Intake', {
      topic: { label: 'Reception number and route', hint: 'E.g. U-012, from the city office. No names' },
      situation: { label: 'What it is about', hint: 'Who has what difficulty.' },
      wishes: { label: "The person's wishes", hint: 'Close to their own words.' },
      proposal: { label: 'Proposal', hint: 'Which office takes it on, and how.' },
    }),
    plan_review: words(titles.plan_review, 'Plan', {
      assessment: { label: 'Assessment', hint: 'Life as it is now, and why support is needed, in short.' },
      wishes: { label: "The person's wishes and goal", hint: 'Close to their own words.' },
      policy: { label: 'Support policy', hint: 'What matters, and where it leads.' },
      content: { label: 'Support content', hint: 'Services used, and who does what.' },
    }),
    monitoring_result: words(titles.monitoring_result, 'Monitoring result', {
      progress: {
        label: 'Progress and satisfaction',
        hint: 'Was the support given, and how does the person feel about it?',
      },
      change: { label: 'What changed, new wishes', hint: 'Write "none" if none.' },
      proposal: { label: 'What next', hint: 'Go on, change the plan, review the interval …' },
    }),
    gsv_strengths: words(titles.gsv_strengths, 'GSV (strengths model)', {
      strengths: {
        label: 'Strengths assessment',
        hint: 'Qualities, skills, surroundings, interests: what is known of the seven domains.',
      },
      wishes: { label: "The person's wishes and goal", hint: 'Close to their own words.' },
      help: { label: 'What help you want', hint: 'One thing.' },
    }),
    gsv_supporter: words(titles.gsv_supporter, 'GSV (supporting the supporter)', {
      situation: { label: 'The situation, and what you did', hint: 'Where it does not go well.' },
      feeling: { label: 'What you feel', hint: 'Doubts, worries, what works.' },
      help: { label: 'What to talk about', hint: 'One thing.' },
    }),
    case_study: words(titles.case_study, 'Case study', {
      reason: { label: 'Why this case', hint: 'Why you want to study it.' },
      progress: { label: 'Course so far', hint: 'In order, the main points only.' },
      assessment: { label: 'Assessment and strengths', hint: 'Of the person and the surroundings.' },
      question: { label: 'The question', hint: 'One sentence.' },
    }),
    priority_review: words(titles.priority_review, 'Review by need', {
      progress: { label: 'Since last time', hint: 'How support goes, and what changed.' },
      wishes: { label: 'Wishes now', hint: 'Close to their own words.' },
      question: { label: 'The question', hint: 'One sentence.' },
    }),
    regional_issue: words(titles.regional_issue, 'Regional issue', {
      topic: { label: 'The issue', hint: 'One line, e.g. no means of transport' },
      background: { label: 'What cases show', hint: 'In how many cases, and what happens.' },
      proposal: { label: 'Proposal', hint: 'What to do, and with whom.' },
    }),
    notice: words(titles.notice, 'Notice', {
      topic: { label: 'Subject', hint: 'One line.' },
      content: { label: 'Content', hint: 'When, where, for whom.' },
    }),
  },
  versions: {
    heading: (name) => `Versions of ${name}`,
    version: (version, at, by) => `Version ${version}, ${at}, ${by}`,
    before: (written) => `Before: ${written}`,
  },
  agree: {
    heading: (code, form) => `${code}: ${form}`,
    agree: 'Agree to discuss it',
    note: 'Once agreed it is on the next agenda. If something should be changed, please speak to the person in charge.',
    done: (code) => `The monitoring result of ${code} goes to the meeting`,
    doneNext: 'It is on the next agenda.',
  },
  passed: {
    heading: 'Words said to be no names',
    none: 'In the last three months no word was said to be no name',
    item: (name, places) => `${name}: ${places}`,
    places: (count) => (count === 1 ? '1 place' : `${count} places`),
    elsewhere: 'another text',
    look: 'See the text',
    note: 'The words stand in the versions of the summary. If one is a name, please have its writer reword it.',
  },
  list: {
    heading: 'Case summaries',
    missing: 'Not submitted yet',
    submitted: 'Submitted',
    missingItem: (name, form) => `${name}: ${form}`,
    version: (version) => `version ${version}`,
    none: 'Nothing to submit, and nothing submitted',
    write: 'Write it',
    edit: 'Edit',
  },
}
