import type { Catalogue } from '../catalogue.ts'

export const menus: Catalogue['menus'] = {
  summary: { submit: 'Submit a case summary' },
  monitoring: { due: "This month's monitoring" },
  openings: { tell: 'Tell our openings' },
  tsunagi: { home: 'What waits for me' },
  onMessage: {
    issue: 'Make it a regional issue',
    notice: 'Put it on the agenda',
  },
}
