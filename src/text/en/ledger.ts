import type { Catalogue } from '../catalogue.ts'

export const ledger: Catalogue['ledger'] = {
  file: {
    'no-file': 'The file cannot be read. Please check the path',
    'too-large': 'The file is too large (20 MB at most)',
    'too-wide':
      'The table is too large. Please delete unused sheets, and rows and columns far away from the table, and save it again',
    empty: 'The file is empty',
    'not-a-ledger': 'This is no ledger: please use a file saved as .xlsx or .csv',
    broken: 'The file cannot be opened: it has a password or the old .xls form. Please save it as .xlsx',
  },
  noHeading:
    'No heading row was found. Please add a column for the case code and one for office or specialist. Codes are never made from names',
  nothingStored: (rows) => `Nothing was imported: ${rows} rows need correcting`,
  place: (row, heading, typed) =>
    `row ${row}${heading === undefined ? '' : ` "${heading}"`}${typed === undefined ? '' : ` (${typed})`}: `,
  fault: {
    'no-code': 'there is no case code',
    'no-member': 'it is not clear who is in charge: please write a member of the region',
    'bad-date': 'this is not a date: please write it like 2026-04-01 or R8.4.1',
    'half-period': 'the validity needs its start and its end',
    'end-before-start': 'the end is before the start',
    'bad-kind': 'please write 新規, 変更 or 更新',
    'bad-interval': 'please write 1, 2, 3, 4, 6 or 12 months, or what the certificate prints',
    'outside-validity': 'the monitoring months do not fit the validity',
    'bad-need': 'the need level is 1, 2 or 3',
    twice: (first) => `the same case code as in row ${first}`,
    unknown: (nearest) => `not in the region. Nearest: ${nearest}`,
  },
  separator: ', ',
  done: (added, changed, unchanged) =>
    `Imported: ${added} added, ${changed} changed, ${unchanged} as they were`,
  personal: (headings) => `Columns with personal data were not imported: ${headings}`,
  notUsed: (headings) => `Columns not used: ${headings}`,
}
