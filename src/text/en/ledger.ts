import type { Catalogue } from '../catalogue.ts'

export const ledger: Catalogue['ledger'] = {
  file: {
    'no-file': 'The file cannot be read. Please check the path',
    'too-large': 'The file is too large (20 MB at most)',
    'too-wide':
      'The table is too large. Please delete unused sheets, and rows and columns far away from the table, and save it again',
    empty: 'The file is empty',
    'not-a-ledger': 'This is no ledger: please use a file saved as .xlsx, .ods or .csv',
    broken: 'The file cannot be opened: it has a password or the old .xls form. Please save it as .xlsx',
  },
  noSheet: (missing, names) => `There is no sheet "${missing}". There are: ${names}`,
  noHeading:
    'No heading row was found. Please add a column for the case code and one for office or specialist. Codes are never made from names',
  nothingStored: (rows) => `Nothing was imported: ${rows} rows need correcting`,
  row: (sheet, row) => `${sheet === '' ? '' : `sheet "${sheet}", `}row ${row}`,
  place: (sheet, row, heading, typed) =>
    `${sheet === '' ? '' : `${sheet}, `}row ${row}${heading === undefined ? '' : ` "${heading}"`}${typed === undefined ? '' : ` (${typed})`}: `,
  fault: {
    'no-code': 'there is no case code',
    'counting-column':
      'this column seems to count the rows. If another column has the case codes, please head that one ケース番号; if these numbers are the codes, head this one so',
    'code-is-date':
      'Excel turned the case code into a date. Please format the column as text and type the code again',
    'no-member':
      'it is not clear who is in charge: please write a member of the region (merged cells are blank in a .csv; the .xlsx can be imported as it is)',
    'error-cell': 'the cell shows an error. Please correct it in the spreadsheet first',
    ambiguous: (others) =>
      `it is not clear whether to use this column${others === '' ? '' : ` or "${others}"`}. Please delete the heading of the one not to be used`,
    'no-validity':
      'the validity of the plan is not clear. Please head its columns 支給決定期間（自） and 支給決定期間（至）; if these are no dates of a plan, delete the column',
    'half-period': 'the validity needs its start and its end',
    'end-before-start': 'the end is before the start',
    'too-early': 'this is before April 2012, when such plans began. Please check the year',
    'too-long': 'the validity is longer than three years. Please check the year',
    'too-far': 'the plan begins more than a year from now. Please check the year',
    'long-over':
      'the plan ended more than two years ago. Please check the year, or write the day the case was closed under 終結日',
    'in-future': 'this day is still to come. Please check the date',
    'bad-kind': 'please write 新規, 変更 or 更新',
    'bad-state': 'it is not clear whether the case goes on. Please write 継続, 休止 or 終了',
    'bad-interval': 'please write 1, 2, 3, 4, 6 or 12 months, or what the certificate prints',
    'month-or-interval':
      'this may be an interval or a month of the year. Please write 6か月ごと, or months like 6月・12月',
    'outside-validity': 'the monitoring months do not fit the validity',
    'bad-mark':
      'the mark is not known. Please mark the months of monitoring with ○ and leave the others blank',
    'which-year':
      'it is not clear of which year these months are. Please head them R8.4, R8.5 and so on, or write 令和8年度 above them',
    'bad-need': 'the need level is 1, 2 or 3',
    twice: (first) => `the same case code as in ${first}`,
    unknown: (nearest) => `not in the region. Nearest: ${nearest}`,
  },
  date: {
    'not-a-date': 'this is not a date: please write it like 2026-04-01 or R8.4.1',
    'no-year': 'this date has no year: please write it like 2026-04-01 or R8.4.1',
    'no-such-year': 'there is no such year. Please check it',
    'no-such-month': 'there is no such month. Please check it',
    'no-such-day': 'that month has no such day. Please check it',
  },
  why: {
    hidden: 'the sheet is hidden',
    empty: 'nothing is written in it',
    'no-heading': 'it has no headings for a case code and an office or specialist',
    'not-chosen': 'it was not chosen',
  },
  unreadSheet: (name, why) => `Sheet "${name}" was not read: ${why}`,
  note: {
    remark: (rows, count) => `Rows not read because they hold no case (${count}): ${rows}`,
    'other-table': (rows, _count) => `Tables not read because they have no case code: from ${rows} down`,
    ended: (rows, count) => `Ended cases without the day they were closed, not imported (${count}): ${rows}`,
    'no-months': (rows, count) => `Plans whose monitoring months are not known (${count}): ${rows}`,
    'name-folded': (row, typed, taken) => `${row}: "${typed}" was read as "${taken}"`,
    'last-not-reached': (row, typed) =>
      `${row} (${typed}): stepping from the first month does not reach the last. Please check the certificate`,
    'marks-outside': (row, typed) => `${row}: marks outside the validity were not read (${typed})`,
  },
  separator: ', ',
  wouldTake: (cases) => `${cases} cases can be read. Nothing was imported yet`,
  question: (cases, months, first, current) =>
    `${cases} cases have ${months} monitoring months in the past (from ${first}). From which month should they count? Please run it again with --from ${current} to count from this month on, or --from all to count the past too`,
  ask: (cases, months, first, current) =>
    `${cases} cases have ${months} monitoring months in the past (from ${first}). From which month should they count? "all" counts the past too [${current}]: `,
  badFrom: (typed) => `--from takes a month like 2026-11, or all${typed === '' ? '' : ` (${typed})`}`,
  progress: (done, all) => `importing: ${done}/${all}`,
  done: (added, changed, unchanged) =>
    `Imported: ${added} added, ${changed} changed, ${unchanged} as they were`,
  personal: (headings) => `Columns with personal data were not imported: ${headings}`,
  notUsed: (headings) => `Columns not used: ${headings}`,
}
