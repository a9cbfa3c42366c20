import type { Catalogue } from '../catalogue.ts'

const fields = {
  newUsers: { label: 'New users you can take', hint: 'A number; 0 for none' },
  from: { label: 'From', hint: 'E.g. 2026-09, R8.9' },
  kinds: { label: 'Whom', hint: 'E.g. children, mental health, medical care' },
}

export const openingsCommands: Catalogue['commands']['openings'] = {
  noun: 'openings',
  tell: {
    verb: 'tell',
    description: 'Tell how many new users your office can take',
    menu: { global: 'Tell our openings' },
    form: { title: 'Openings', submit: 'Tell', fields },
  },
  list: { verb: 'list', description: 'See the openings of each office' },
}

export const openings: Catalogue['openings'] = {
  fields,
  users: (count) => String(count),
  told: (office) => `The openings of ${office} are told`,
  heading: (count) => `${count} new users can be taken in all`,
  nothingTold: 'No office has told its openings yet',
  columns: ['Office', 'Users', 'From', 'Whom'],
  silent: (offices) => `Not told yet: ${offices}`,
  noOffice: 'You belong to no office: please name one',
  unknownOffice: (name) => `There is no office "${name}"`,
  otherOffice: 'Only the openings of your own office can be told',
}
