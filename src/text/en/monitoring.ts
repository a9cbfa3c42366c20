import type { Catalogue } from '../catalogue.ts'

export const monitoring: Catalogue['monitoring'] = {
  due: {
    heading: (count) => `Monitoring (${count})`,
    none: 'All monitoring up to this month is recorded',
    item: (code, month) => `${code}, for ${month}`,
    overdue: 'Overdue',
    thisMonth: 'This month',
    record: 'Record',
  },
  done: {
    title: 'Record monitoring',
    submit: 'Record',
    intro: (code, month) => `Case ${code}, for ${month}`,
    done: (code, month) => `Case ${code}: ${month} is recorded`,
    already: (name, date) => `${name} has recorded it already, as done on ${date}`,
    notFound: 'That monitoring month was not found',
    nothingDue: (code) => `Case ${code} has no monitoring waiting to be recorded`,
    future: 'A day after today cannot be recorded',
    notYours: 'Monitoring of this case is recorded by the office in charge',
    planChangeNext:
      'The plan needs changing. Please submit the summary of the changed plan for the next meeting.',
    intervalChangeNext: 'The municipality decides a new interval first. Please speak to your municipality.',
  },
  fields: {
    monitoring: { label: 'Case and month' },
    doneOn: { label: 'Done on', hint: 'E.g. 2026-04-01, R8.4.1' },
    outcome: { label: 'Outcome' },
  },
  outcomes: {
    as_planned: 'Goes on as planned',
    plan_change_needed: 'Plan change needed',
    interval_change_needed: 'Interval change needed',
    could_not_meet: 'Could not meet',
  },
}
