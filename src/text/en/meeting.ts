import type { Catalogue } from '../catalogue.ts'

const whichMeeting = {
  name: 'meeting',
  description: 'A date or a name, e.g. 2026-06-17 (the nearest if left out)',
}
const whichMember = { name: 'member', description: 'Who (you, if left out)' }

const what = (number: number) => ({ label: `Follow-up ${number}: what` })
const who = (number: number) => ({ label: `Follow-up ${number}: who` })
const by = (number: number) => ({ label: `Follow-up ${number}: by when`, hint: 'E.g. 2026-08-10' })

/** What is recorded of an item, while it is recorded and where it is corrected. */
export const recordFields = {
  decision: { label: 'Decision', hint: 'No names of people: offices and case codes' },
  what1: what(1),
  who1: who(1),
  by1: by(1),
  what2: what(2),
  who2: who(2),
  by2: by(2),
  what3: what(3),
  who3: who(3),
  by3: by(3),
}

export const meetingCommands: Pick<
  Catalogue['commands']['meeting'],
  | 'noun'
  | 'list'
  | 'attend'
  | 'attendance'
  | 'start'
  | 'recorder'
  | 'record'
  | 'export'
  | 'came'
  | 'step'
  | 'rest'
  | 'move'
  | 'cancel'
  | 'restore'
  | 'file'
> = {
  noun: 'meeting',
  list: {
    verb: 'list',
    description: 'See when and where the coming meetings are',
    menu: { global: 'Coming meetings' },
  },
  attend: {
    verb: 'attend',
    description: 'Say whether you come, join online or are absent',
    arguments: { meeting: whichMeeting, member: whichMember },
    form: {
      title: 'Attendance',
      submit: 'Tell',
      fields: {
        answer: { label: 'Attendance' },
        deputy: { label: 'Deputy', hint: 'Somebody of the same office or body; leave blank if nobody' },
        deputyName: { label: "Deputy's name", hint: 'For staff who are not on the list' },
        reason: {
          label: 'Reason of absence',
          hint: 'E.g. urgent case work, training, leave. It is kept. No names of cases, no illnesses',
        },
      },
    },
    intro: (meeting, member) => `${meeting}: attendance of ${member}`,
    reasonNeeded: 'For an absence, write the reason in a few words',
    onlyAbsent: 'A deputy is chosen for an absence only',
    isDeputyFor: (other) =>
      `You are the deputy of ${other}. Have the attendance of ${other} changed first, then tell your own`,
  },
  attendance: {
    verb: 'attendance',
    description: 'See who comes and the quorum; correct who was there',
    arguments: { meeting: whichMeeting },
  },
  start: {
    verb: 'start',
    description: 'Begin a meeting and go through its agenda item by item',
    arguments: { meeting: whichMeeting },
  },
  recorder: {
    verb: 'recorder',
    description: 'Say who records a meeting',
    arguments: { member: whichMember, meeting: whichMeeting },
    set: (meeting, name) => `${name} records ${meeting}`,
    onlyThese: 'The chair and the core centre choose who records',
    onlyTheseNext: 'If you can take it on, please tell one of them.',
  },
  record: {
    verb: 'record',
    description: 'Record decisions and follow-ups, item by item',
    arguments: { meeting: whichMeeting },
    form: {
      title: 'Record an item',
      submit: 'Record',
      fields: recordFields,
    },
  },
  export: {
    verb: 'export',
    description: "Get a month's meeting records and attendance as an Excel file",
    arguments: { office: { name: 'office', description: 'The records of one office only (its name)' } },
  },
  came: {
    verb: 'came',
    description: 'Correct who was there',
    form: {
      title: 'Who was there',
      submit: 'Record',
      fields: {
        was: { label: 'Was' },
        deputy: { label: 'Deputy' },
        deputyName: { label: "Deputy's name", hint: 'For staff who are not on the list' },
        reason: { label: 'Reason of absence' },
      },
    },
    intro: (name) => name,
    deputyNeeded: 'Choose the deputy or write the name',
  },
  step: {
    verb: 'step',
    description: 'Move the meeting on',
    arguments: {
      do: { name: 'step', description: 'Next, longer, carry over, end' },
      at: { name: 'item', description: 'Which item' },
    },
  },
  rest: {
    verb: 'rest',
    description: 'Record those who did not answer',
    arguments: { was: { name: 'presence', description: 'Who was there' } },
  },
  move: {
    verb: 'move',
    description: 'Another date or time: one meeting, or the series',
    form: {
      title: 'Move a meeting',
      submit: 'Move',
      fields: {
        date: { label: 'New day' },
        time: { label: 'Begins at', placeholder: '14:00' },
        reach: { label: 'Which meetings' },
        keep: { label: 'If the day is closed, or something clashes' },
      },
    },
    intro: (name, when) => `${name}, now on ${when}`,
    past: 'This is past: choose a time to come',
    same: 'This is when it is now',
    closed: (reason) =>
      `A closed day (${reason}). Choose another, or "Move all the same" to meet on this day`,
    closedSeries: (reason) =>
      `A closed day (${reason}). Choose an open day for the series; only this one meeting may be moved to a closed day`,
    reasons: { weekend: 'weekend', holiday: 'national holiday', closed: 'closed' },
    clash: (clashes) => `${clashes}. To leave it so, choose "Move all the same"`,
    tooFar: (days) =>
      `At most ${days} days from the day of its rule. Move only this one, or change the rule in the region file`,
    extra: 'This meeting follows no rule. Choose “Only this one”',
    never: (why) => `The series would have no day left. ${why}`,
  },
  cancel: {
    verb: 'cancel',
    description: 'Cancel one meeting and tell those who attend',
    form: {
      title: 'Cancel a meeting',
      submit: 'Cancel the meeting',
      fields: {
        reason: {
          label: 'Reason',
          hint: "Those who attend read it. No names and nothing of anybody's circumstances",
        },
      },
    },
  },
  restore: {
    verb: 'restore',
    description: 'Take a cancellation or a move back',
    nothing: 'This meeting is as its series has it: there is nothing to take back',
    nowhere: 'Its series does not hold this meeting',
    nowhereNext: 'To hold it, give it a date by /meeting move.',
  },
  file: { verb: 'file', description: 'A meeting as a calendar file' },
}

export const meetings: Catalogue['meetings'] = {
  list: {
    heading: 'Coming meetings',
    none: 'No meeting is planned for the next three months',
    item: (when, name) => `${when}  ${name}`,
    detail: (minutes, place) => (place ? `${minutes} min  ${place}` : `${minutes} min`),
    moved: 'moved because of a closed day',
    movedByHand: 'moved',
    agenda: 'See the agenda',
    file: 'Add to calendar (.ics)',
  },
  file: {
    heading: (name, when) => `Calendar file of ${name} (${when})`,
    next: 'Open the file to put it into Google Calendar or Outlook. /calendar link gives an address that stays up to date.',
    alt: (name) => `Calendar file of ${name}`,
  },
  series: {
    heading: 'Meeting series',
    none: 'There is no meeting series',
    item: (name, rule) => `${name}: ${rule}`,
    next: (dates) => `Next: ${dates}`,
    noNext: 'No meeting is planned',
    changed: (from, when) => `from ${from} on changed to ${when}`,
  },
  which: {
    heading: 'Which meeting?',
    label: 'Choose a meeting',
    none: 'No coming meeting fits',
    noneNext: 'Check its date: /meeting list shows them.',
    date: 'Write the date such as 4/17 or 2026-04-17',
    gone: 'This meeting cannot be found',
    past: 'A meeting that has begun cannot be changed',
    cancelled: 'This meeting is cancelled',
    cancelledNext: 'To hold it, take the cancellation back by /meeting restore first.',
  },
  move: {
    reach: { one: 'Only this one', after: 'This one and all after it', all: 'All that are to come' },
    keep: { no: 'Do not move, tell me', yes: 'Move all the same' },
    done: (name) => `${name} was moved`,
    was: 'Before',
    is: 'Now',
    reachLabel: 'Which meetings',
    toldNow: "The body's channel is told now.",
    toldMorning: 'Those who attend read it in the next working morning.',
    keeps: 'Its agenda, summaries and reminders move with it.',
    handsStay: 'Meetings that were moved by hand stay where they are.',
    undo: 'Take back',
  },
  cancel: {
    done: (name) => `${name} is cancelled`,
    carried: (count, next) => `Its ${count} summaries went to ${next}.`,
    noNext: 'There is no next meeting yet: its summaries stay with this one.',
  },
  restore: {
    done: (name, when) => `${name} is held on ${when} again`,
    carried: 'Summaries that went to the next meeting stay there: submit again what is needed here.',
  },
  event: (body, when, minutes) => `${body}\n${when}, ${minutes} minutes`,
  changed: {
    moved: (name) => `${name} has a new date or time`,
    movedSeries: (name) => `${name} has a new date or time from now on`,
    cancelled: (name) => `${name} is cancelled`,
    restored: (name) => `${name} is held`,
    fromTo: (was, is) => `${was} → ${is}`,
    reason: (reason) => `Reason: ${reason}`,
    digest: 'Changed meetings',
  },
  year: {
    heading: (year) => `Meetings of ${year}`,
    intro: (count) => `${count} meetings in all. What should be otherwise can be moved, meeting by meeting.`,
    item: (name, count) => `${name}: ${count}`,
    notHeld: (dates) => `not held: ${dates}`,
    clashes: (count) => `To look at (${count})`,
    moreClashes: (count) => `${count} more come up as these are mended.`,
    move: 'Move',
    confirm: 'Confirm and announce',
    question: (count) =>
      count === 0
        ? "Confirm this calendar and announce it in each body's channel?"
        : `Leave ${count} clashes as they are, confirm, and announce it in each body's channel?`,
    yes: 'Confirm',
    no: 'Not yet',
    confirmed: (year) => `The calendar of ${year} is confirmed`,
    confirmedNext: "It is announced in each body's channel. Later changes are told meeting by meeting.",
    already: (year, date) => `The calendar of ${year} was confirmed on ${date}`,
    alreadyNext: 'Use /meeting move for changes: those who attend are told.',
    wrongYear: (first, second) => `A calendar can be made for ${first} and ${second}`,
    announced: (year, body) => `The meetings of ${body} in ${year}`,
    none: 'There is no meeting series',
  },
  rule: {
    daily: 'every day',
    everyDays: (n) => `every ${n} days`,
    weekly: (days) => `every ${days}`,
    fortnightly: (days) => `every other ${days}`,
    everyWeeks: (n, days) => `${days} every ${n} weeks`,
    monthly: (day) => `${day} of each month`,
    everyMonths: (n, day) => `${day} every ${n} months`,
    odd: (day) => `${day} of odd months`,
    even: (day) => `${day} of even months`,
    inMonths: (months, day) => `${day} of ${months}`,
    month: (month) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
    timesAYear: (n, day) => `${n} times a year (${day})`,
    nth: (n, day) => (n < 0 ? `last ${day}` : `${['1st', '2nd', '3rd', '4th', '5th'][n - 1] ?? n} ${day}`),
    monthDay: (n) => (n < 0 ? 'last day' : `day ${n}`),
    businessDay: (n) => (n > 0 ? `business day ${n}` : `business day ${-n} from the end`),
    weekdays: {
      MO: 'Monday',
      TU: 'Tuesday',
      WE: 'Wednesday',
      TH: 'Thursday',
      FR: 'Friday',
      SA: 'Saturday',
      SU: 'Sunday',
    },
    between: ', ',
    at: (rule, time) => `${rule}, ${time}`,
    inSomeYears: 'otherwise in some years',
  },
}
