import type { Catalogue } from '../catalogue.ts'

export const workspaceCommands: Pick<Catalogue['commands']['tsunagi'], 'connect'> = {
  connect: {
    verb: 'connect',
    description: 'Enter a code and connect this workspace to a region',
    form: {
      title: 'Enter a code',
      submit: 'Connect',
      fields: {
        code: { label: 'Code', hint: 'e.g. BCDF-GHJK-LMNP, in capitals or not' },
      },
    },
    already: (region) => `This workspace is connected to ${region} already`,
  },
}

export const connecting: Catalogue['connecting'] = {
  practice: 'Practice workspace',
  place: (platform, name) => `${platform} (${name})`,
  refused: {
    'not-good': {
      heading: 'This code does not work',
      next: 'Please check that it was copied right. A code works once, for 30 minutes. If it does not work, ask for a new one.',
    },
    'too-many': {
      heading: 'Too many codes in a row: a short rest',
      next: 'Please wait about 15 minutes and try with a new code.',
    },
  },
  connected: (region) => `Connected to ${region}`,
  linked: (member) => `This account is ${member}'s now`,
  linkedNext: 'Choose where you hear with /tsunagi notify.',
  alreadyNext: 'To link another account, type /tsunagi link here and enter the code over there.',
  code: {
    mine: 'A code to link another account',
    others: (member) => `A code for ${member}`,
    label: 'Code',
    until: 'Works',
    untilValue: (time) => `until ${time}, once`,
    where: (line) => `With the account to be linked, in a workspace that has Tsunagi, type ${line}.`,
    connects: (line) =>
      `Typed as ${line} in a Slack or Discord that is not connected yet, it connects it to this region, and whoever typed it becomes this person.`,
    secret: 'Whoever enters this code can act as this person. Give it to nobody else.',
    show: 'See how to use it',
  },
  notify: {
    heading: 'Where you hear',
    hears: ' (you hear here)',
    choose: 'Hear here',
    left: ' (Tsunagi was removed there)',
    unlink: 'Unlink this account',
    unlinkQuestion: 'Unlink this account? You can no longer use Tsunagi from it.',
    yes: 'Unlink',
    no: 'Cancel',
    one: 'Only one account is linked. To hear elsewhere too, get a code with /tsunagi link.',
    fallback: 'Where it cannot be delivered, it goes to another of them. It comes to one of them only.',
    gone: 'That account is no longer linked',
  },
  request: {
    heading: 'Who on the roster is this?',
    text: (place) => `Somebody on ${place} who is not linked to the roster wanted to use Tsunagi.`,
    name: 'Name shown',
    account: 'Account',
    choose: 'Choose from the roster',
    decline: 'Do not link',
    declineQuestion: 'Leave this person unlinked?',
    yes: 'Do not link',
    no: 'Cancel',
    linked: (name, member) => `Linked ${name} to ${member} on the roster`,
    undo: 'Undo',
    settled: 'Somebody else has answered already',
  },
  left: {
    heading: (place) => `Tsunagi was removed from ${place}`,
    text: (date) =>
      `Nothing is sent there. Added and connected again by a code by ${date}, it has its accounts and channels back; after that they are forgotten.`,
    elsewhere: 'Those who heard only there hear nothing now.',
    more: (count) => `and ${count} more`,
  },
  unreachable: {
    heading: (member) => `Messages do not reach ${member}`,
    text: 'None of the linked accounts takes direct messages from Tsunagi. Please ask them for one of these:',
    ways: [
      'on Discord, allow direct messages from server members',
      'change where they hear with /tsunagi notify',
      'link another account with /tsunagi link',
    ],
  },
}
