import type { Catalogue } from '../catalogue.ts'

export const monitoringMonths: Catalogue['monitoringMonths'] = {
  wrong: (option, typed, should) => `${option}: "${typed}" cannot be read. Please write it like: ${should}`,
  endBeforeStart: '--end is before --start',
  firstAndLast: '--first and --last go together',
  intervalWithFirst: '--first and --last need --interval',
  nothingGiven: 'Please give --interval or --line',
  proposed: '(counted back from the end month: please confirm by the certificate)',
  lineFaults: {
    'last-before-first': 'the last month is before the first',
    'last-not-reached': 'stepping from the first month does not reach the last',
    'outside-validity': 'a month lies outside the validity',
  },
}
