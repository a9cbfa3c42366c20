import type { Catalogue } from '../catalogue.ts'

export const visitCommands: Catalogue['commands']['visit'] = {
  noun: 'visit',
  list: { verb: 'list', description: 'See the verification visits and their reports' },
  show: { verb: 'show', description: 'See the report of a visit' },
  done: {
    verb: 'done',
    description: 'Report a visit to the municipality',
    form: {
      title: 'Report of a visit',
      submit: 'Report',
      fields: {
        doneOn: { label: 'Day of the visit', hint: 'E.g. 2026-08-10' },
        report: {
          label: 'What was seen and said',
          hint: 'How the monitoring reports are written, difficulties, what to look at next. No names',
        },
      },
    },
    intro: (office) => `A short report to the municipality on the visit to ${office}.`,
  },
}

export const visits: Catalogue['visits'] = {
  list: {
    heading: (count) => `${count} visit${count === 1 ? '' : 's'} to come`,
    none: 'No visit is planned',
    item: (date, office) => `${date}: ${office}`,
    visitor: (name) => `Visitor: ${name}`,
    coming: 'To come',
    waiting: 'Not reported yet',
    reported: 'Reported',
    report: 'Report',
    read: 'Read',
    more: (count) => `and ${count} more`,
  },
  done: {
    said: (office) => `The visit to ${office} is reported`,
    next: "The municipality hears of it in the next morning's digest.",
  },
  show: { heading: (office, date) => `Visit to ${office} (${date})` },
  future: 'Please give a day until today',
  gone: 'That visit is not found',
  goneNext: '/visit list shows what is planned.',
  notYours: 'Only the visitor and the core centre can report it',
  reportedAlready: (name) => `${name} has reported this visit`,
  notReported: 'This visit is not reported yet',
  digest: {
    heading: 'Verification visits',
    soon: (date, office) => `${date}: ${office}`,
    today: (office) => `Today: ${office}`,
    overdue: (date, office) => `${office} on ${date} is not reported yet`,
    reported: 'Reports of visits',
  },
}
