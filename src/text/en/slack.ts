import type { Catalogue } from '../catalogue.ts'

export const slack: Catalogue['slack'] = {
  loading: 'Opening…',
  saving: 'Saving…',
  working: 'Tsunagi',
  close: 'Close',
  appName: 'Tsunagi',
  appDescription: 'Collaboration in disability consultation support',
  stale: 'This button can no longer be used. Please open it again with the command.',
}
