import type { Catalogue } from '../catalogue.ts'

export const accountCommands: Pick<
  Catalogue['commands']['tsunagi'],
  'link' | 'notify' | 'invite' | 'unlink' | 'known' | 'decline'
> = {
  link: {
    verb: 'link',
    description: 'Make another account on Slack or Discord yours too',
    already: (member) => `This account is ${member}'s already`,
  },
  notify: {
    verb: 'notify',
    description: 'Choose the account by which you hear',
    chosen: (place) => `From now on you hear on ${place}`,
    none: 'No account is linked yet.',
  },
  invite: {
    verb: 'invite',
    description: "Make a code for a member's account, or to connect a workspace",
    arguments: { member: { name: 'member', description: 'Who (you, if left out)' } },
    unknown: (typed) => `Nobody on the roster is called "${typed}"`,
    unknownNext: 'Please write the name as on the roster, or choose a proposal.',
  },
  unlink: {
    verb: 'unlink',
    description: 'Unlink an account',
    unlinked: (place) => `Unlinked your account on ${place}`,
    undone: (member) => `The link to ${member} was undone`,
  },
  known: {
    verb: 'known',
    description: 'Say who on the roster somebody is',
    form: {
      title: 'Who is this?',
      submit: 'Link',
      fields: {
        member: { label: 'On the roster', hint: 'those without an account in this place' },
        named: { label: 'If not in the list', hint: 'the name as on the roster' },
      },
    },
    choose: 'Please choose from the list, or write the name',
    unknown: 'Nobody on the roster has that name',
    taken: "This account is somebody else's already",
  },
  decline: {
    verb: 'decline',
    description: 'Leave somebody unlinked',
    declined: 'Left unlinked',
    declinedNext: 'To link them later, make a code for them with /tsunagi invite.',
  },
}
