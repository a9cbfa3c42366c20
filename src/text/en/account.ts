import type { Catalogue } from '../catalogue.ts'

export const accountCommands: Pick<
  Catalogue['commands']['tsunagi'],
  'link' | 'notify' | 'invite' | 'unlink' | 'known' | 'decline' | 'pledge'
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
  pledge: {
    verb: 'pledge',
    description: 'As a council member, confirm the duty of secrecy for each body',
    arguments: { body: { name: 'body', description: 'Which body (one still open, if left out)' } },
    form: {
      title: 'Pledge of secrecy',
      submit: 'Confirm',
      fields: { body: { label: 'Body' }, confirmed: { label: 'This duty of secrecy' } },
    },
    intro:
      'Whoever does or did the business of the council may not, without good cause, disclose secrets learnt in it (Act on Comprehensive Support for Persons with Disabilities, art. 89-3, para. 5). This holds after leaving the council too.',
    answers: { yes: 'I have read it and confirm it' },
    done: (body) => `You confirmed the duty of secrecy for ${body}`,
    before: (body) => `The duty of secrecy for ${body} is confirmed already`,
    day: 'Confirmed on',
    waiting: 'Bodies that wait for your pledge of secrecy',
    nothing: 'No body is waiting for your pledge of secrecy',
    unknown: (typed) => `You are a council member of no body called "${typed}"`,
  },
}
