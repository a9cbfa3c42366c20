import type { Catalogue } from '../catalogue.ts'

export const menus: Catalogue['menus'] = {
  monitoring: { due: "This month's monitoring" },
  openings: { tell: 'Tell our openings' },
  meeting: { list: 'Coming meetings' },
  tsunagi: { home: 'What waits for me' },
}
