import type { Catalogue } from '../catalogue.ts'

export const chat: Catalogue['chat'] = {
  received: 'Received.',
  posted: 'Posted to this channel.',
  files: 'Here is what you asked for.',
  stale: 'This button can no longer be used. Please open it again with the command.',
  left: (count) => `${count} more do not fit here`,
  cut: 'Too long to show in full',
}
