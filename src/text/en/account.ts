import type { Catalogue } from '../catalogue.ts'

export const accountCommands: Pick<
  Catalogue['commands']['tsunagi'],
  'link' | 'notify' | 'invite' | 'unlink' | 'known' | 'decline'
> = {
  link: { verb: 'link', description: 'Make another account on Slack or Discord yours too' },
  notify: { verb: 'notify', description: 'Choose the account by which you hear' },
  invite: { verb: 'invite', description: "Make a code for a member's account, or to connect a workspace" },
  unlink: { verb: 'unlink', description: 'Unlink an account' },
  known: { verb: 'known', description: 'Say who on the roster somebody is' },
  decline: { verb: 'decline', description: 'Leave somebody unlinked' },
}
