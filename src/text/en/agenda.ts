import type { Catalogue } from '../catalogue.ts'

export const agendaCommands: Catalogue['commands']['agenda'] = {
  noun: 'agenda',
  preview: { verb: 'preview', description: "See the draft of the next meeting's agenda" },
  discuss: {
    verb: 'discuss',
    description: 'Open a place to talk about an item of a published agenda',
    arguments: { item: { name: 'summary', description: 'Which summary' } },
    opened: 'There is a place to talk about it now',
    openedNext: "The item's post comes in the body's channel. If it is there already, please talk there.",
  },
  presenter: {
    verb: 'presenter',
    description: 'Change who presents a case whose summary is missing',
    arguments: { form: { name: 'summary', description: 'Which summary' } },
    form: {
      title: 'Change the presenter',
      submit: 'Change',
      fields: { presenter: { label: 'Presenter' } },
    },
    intro: (what: string) => `Choose who presents ${what}.`,
    now: (name: string) =>
      `At present it is ${name}. Whoever takes over is asked for the summary in their next morning message.`,
    nobody: 'There is nobody who could take over',
    nobodyNext: "A colleague of the same office, or the centre's staff, on the body's roster can.",
  },
  edit: {
    verb: 'edit',
    description: 'Change the time or order of an agenda item',
    form: {
      title: 'Agenda item',
      submit: 'Set',
      fields: {
        minutes: { label: 'Minutes' },
        position: { label: 'Place in its section', hint: '1 is first. Blank: by need and age' },
        held: { label: 'At this meeting' },
        paperTitle: { label: 'Name of a paper', hint: 'No personal data' },
        paperUrl: { label: 'Link of the paper', hint: 'Beginning with https://' },
      },
    },
    paperBoth: 'A paper needs a name and a link',
    meanwhile: (name) =>
      `${name} changed it first. What you typed is kept. Please look at /agenda preview and press again`,
  },
  show: { verb: 'show', description: 'See one agenda that went out' },
  export: { verb: 'export', description: 'Get the agenda as Word, PDF and text files' },
  history: { verb: 'history', description: 'See the agendas that went out' },
  publish: {
    verb: 'publish',
    description: "Post the agenda to the body's channel",
    underWay: (series) => `The agenda of ${series} is being published`,
    underWayNext: 'It will be in the channel in a moment.',
    already: (series) => `The agenda of ${series} is already published`,
  },
}

export const agendas: Catalogue['agendas'] = {
  title: (fiscalYear, ordinal, series) => `${series}, meeting ${ordinal} of ${fiscalYear}: agenda`,
  draftTitle: (title) => `[Draft] ${title}`,
  summary: (series, date) => `Agenda of ${series}, ${date}`,
  when: 'When',
  whenValue: (start, end) => `${start} to ${end}`,
  place: 'Where',
  sections: {
    intake_decision: 'Intake decisions',
    plan_review: 'Review of new, changed and renewed plans',
    monitoring_result: 'Monitoring results',
    gsv: 'Group supervision',
    other: 'Other matters',
    notice: 'Notices',
  },
  section: (number, name) => `${number}  ${name}`,
  emptySection: (section) => `${section}: none`,
  item: (time, topic) => `${time}  ${topic}`,
  items: {
    opening: { topic: (_title: string) => 'Welcome, attendance and papers', days: (days: string) => days },
    closing: { topic: (_title: string) => 'Next meeting', days: (day: string) => `next on ${day}` },
    'follow-ups': { topic: (_title: string) => 'Follow-ups', days: (days: string) => days },
    'body-report': {
      topic: (body: string) => `Report of ${body}`,
      days: (days: string) => `meetings of ${days}`,
    },
  },
  manyDays: (first, last, count) => `${first} to ${last} (${count})`,
  topic: {
    plan: (kind) => `${kind} plan`,
    withCode: (kind, code) => `${code}, ${kind}`,
    titled: (kind, title) => `${kind}: ${title}`,
  },
  detail: (minutes, presenter) => `${minutes} min  ${presenter}`,
  carriedFrom: 'carried over from the last meeting',
  none: 'None',
  total: (minutes, limit) => `${minutes} minutes in all (limit ${limit})`,
  carriedOver: (count) => `${count} that do not fit go to the next meeting`,
  papers: {
    heading: 'Papers',
    paper: (number, title) => `Paper ${number}: ${title}`,
  },
  changes: {
    arranged: (at, by, item) => `${at} changed: time or order of ${item} (${by})`,
    added: (at, by, item) => `${at} added: ${item} (${by})`,
    held_back: (at, by, item) => `${at} taken off: ${item} goes to the next meeting (${by})`,
    moved: (at, by, item) => `${at} new date or time: ${item} (${by})`,
  },
  leftOut: {
    heading: (count) => `Not on this agenda (${count})`,
    reasons: {
      'no-time': 'No time left: goes to the next meeting',
      'not-agreed': 'The core centre has not agreed yet',
      'too-long': 'Longer than the meeting',
      'no-section': 'This meeting has no such section',
      'not-ready': 'The summary is not there yet',
      'held-back': 'Held back for the next meeting',
    },
  },
  edit: {
    button: 'Edit',
    held: { no: 'discuss it', yes: 'hold it back for the next' },
    gone: 'That item is no longer on an agenda',
    changed: (series) => `The agenda of ${series} is changed`,
    changedNext: 'The post changes where it stands, and says what changed.',
  },
  discuss: {
    choose: 'Talk about an item',
    note: 'Reply to this post to talk about the item. Please write no names, addresses or other personal data.',
  },
  presenter: {
    button: 'Change presenter',
    written: 'The summary has been submitted already',
  },
  pause: (time: string, minutes: number) => `${time}  Break (${minutes} min)`,
  exported: {
    heading: (series, date) => `The agenda of ${series}, ${date}, as files`,
    note: 'They hold only what the body may see. Please handle them with care.',
    files: { docx: 'Agenda (Word)', pdf: 'Agenda (PDF)', markdown: 'Agenda (text)' },
  },
  history: {
    heading: 'Agendas that went out',
    none: 'No agenda has gone out yet',
    line: (date, series) => `${date}  ${series}`,
    show: 'Look',
  },
  draft: {
    noTimeForBreak: 'The time is full, so there is no break. To have one, leave an item to the next meeting.',
    gsvMissing:
      'No GSV this month yet. Please find a presenter, who offers a case with /summary strengths or /summary support.',
    publishAt: (when) => `As it stands it will be published at ${when}.`,
    missing: (count) => `Cases without a summary yet (${count})`,
    missingItem: (code, member) => `${code}  ${member}`,
    publish: 'Publish now',
    publishQuestion: "The agenda goes to the body's channel. After that, summaries can no longer be changed.",
    publishYes: 'Publish',
    publishNo: 'Not yet',
  },
  noMeeting: 'No coming meeting needs an agenda',
  noMeetingNext: 'See the coming meetings with /meeting list.',
  withheld: {
    heading: (series) => `The agenda of ${series} was not published`,
    public: 'The channel is public. Please make it private.',
    shared: 'The channel is shared outside. Please end the sharing.',
    outsiders: (count, who) =>
      `The channel holds ${count} who are not on the roster (${who}). Please add them to the roster or remove them from the channel.`,
    account: (id) => `unknown account ${id}`,
    unseen:
      'Who is in the channel could not be seen. Please check that the bot is in it, and its permissions (docs/slack.md, docs/discord.md).',
    noChannel: 'The body has no channel yet. Please add one to channels in the region file.',
    next: 'Then publish it again.',
    plain: 'Publish without case content',
    again: 'Publish again',
  },
}
