import type { Catalogue } from '../catalogue.ts'

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
  draft: {
    publishAt: (when) => `As it stands it will be published at ${when}.`,
    missing: (count) => `Cases without a summary yet (${count})`,
    missingItem: (code, member) => `${code}  ${member}`,
    publish: 'Publish now',
    publishQuestion: "The agenda goes to the body's channel. After that, summaries can no longer be changed.",
    publishYes: 'Publish',
    publishNo: 'Not yet',
  },
  publish: {
    underWay: (series) => `The agenda of ${series} is being published`,
    underWayNext: 'It will be in the channel in a moment.',
    already: (series) => `The agenda of ${series} is already published`,
  },
  noMeeting: 'No coming meeting needs an agenda',
  noMeetingNext: 'See the coming meetings with /meeting list.',
  withheld: {
    heading: (series) => `The agenda of ${series} was not published`,
    public: 'The channel is public. Please make it private.',
    shared: 'The channel is shared outside. Please end the sharing.',
    outsiders: (count) =>
      `The channel holds ${count} who are not on the roster. Please add them to the roster or remove them from the channel.`,
    unseen:
      'Who is in the channel could not be seen. Please check that the bot is in it, and its permissions (docs/slack.md, docs/discord.md).',
    noChannel: 'The body has no channel yet. Please add one to channels in the region file.',
    next: 'Then publish it again.',
    again: 'Publish again',
  },
}
