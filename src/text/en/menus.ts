import type { Catalogue } from '../catalogue.ts'

export const menus: Catalogue['menus'] = {
  summary: { submit: 'Submit a case summary' },
  onMessage: {
    issue: 'Make it a regional issue',
    notice: 'Put it on the agenda',
  },
}
