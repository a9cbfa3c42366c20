import type { Catalogue } from '../catalogue.ts'

export const deliveryCommands: Pick<
  Catalogue['commands']['tsunagi'],
  'deliveries' | 'undelivered' | 'retry'
> = {
  deliveries: {
    verb: 'deliveries',
    description: 'See when messages to you arrived, or why they did not',
    arguments: { member: { name: 'member', description: 'Whose messages (your own if left out)' } },
    onlyOwn: 'You can see the record of your own messages only',
  },
  undelivered: { verb: 'undelivered', description: 'See what in the region was late or did not arrive' },
  retry: {
    verb: 'retry',
    description: 'Send a message again that did not arrive',
    retried: (kind) => `${kind}: it is sent again`,
    retriedNext: 'Open /tsunagi undelivered in a little while to see whether it arrived.',
    notAgain: 'This message is not one to send again any more',
    notAgainNext: 'It may have arrived, or somebody else sent it again. Look at /tsunagi undelivered.',
  },
}

export const deliveries: Catalogue['deliveries'] = {
  otherKind: 'Message',
  own: {
    heading: (name) => `Messages to ${name}`,
    none: 'There were no messages in the last two weeks.',
    note: 'What they said is not shown. Ask the core centre about those older than two weeks.',
    region: 'What did not arrive in the region',
  },
  region: {
    heading: 'Messages of the region that were late or did not arrive',
    none: 'In the last two weeks no message was late or failed to arrive.',
    note: 'Mend the reason, then press “Send again”. Only what is still worth saying is sent.',
    retry: 'Send again',
  },
  line: (when, kind) => `${when} ${kind}`,
  to: (whom) => `To ${whom}.`,
  inChannel: (platform) => `a channel on ${platform}`,
  sentOnTime: (at) => `Arrived ${at}.`,
  sentLate: (at, after) => `Arrived ${at} (${after} late).`,
  planned: 'It will go out as planned.',
  waits: (until, why) => `Not sent yet. ${why} It is tried again ${until}.`,
  soon: (why) => `Not sent yet. ${why} It goes out in a moment.`,
  looks: (until) => `Whether it arrived is being looked up; the next look is ${until}.`,
  waiting: {
    'out-of-hours': 'It waits for the offices to open.',
    paced: 'It waits its turn, as fast as the chat takes messages.',
    'rate-limited': 'The chat asks to wait.',
    unavailable: 'The chat cannot be reached.',
    'platform-not-running': 'This chat is not running here. Check the settings.',
    'not-connected': 'The connection to the chat is gone. Connect it again.',
    'workspace-left': 'The bot was removed from the workspace. Let it in again.',
  },
  otherWaiting: 'It did not go out, and is tried again.',
  skipped: {
    withheld:
      'It was not to be shown there, e.g. since somebody there is not on the roster. Mend who is in the channel.',
    'no-place': 'Its channel or account cannot be found. Check where it goes with /tsunagi setup.',
    'no-permission': 'The bot may not write there. Let it into the channel.',
    'closed-to-bots': 'The account takes no messages from bots. Ask the person to change that setting.',
    malformed: 'The chat could not take it as it was: a bug. Tell whoever runs this bot.',
    'never-open': 'There is no working day to send it on. Check the working days with /tsunagi region.',
    'workspace-left': 'The bot had been removed from the workspace. Let it in again.',
    'answer-lost': 'The bot was removed before it was known whether it arrived. Ask the person.',
    'day-is-over':
      'It could not go out on its day and was given up. What is still open is told next morning.',
    'nothing-left-to-say': 'All of it was done before it was sent.',
    settled: 'It was done before it was sent.',
    over: 'Its time had passed before it was sent.',
    'meeting-gone': 'The meeting was gone.',
    'changed-again': 'A later change was told instead.',
    'published-already': 'The agenda had gone out already.',
    'came-back': 'The bot was back.',
    erased: 'The person’s data was erased.',
  },
  otherSkipped: 'It had become needless before it was sent.',
  late: {
    heading: 'Messages that were late after an outage',
    text: (from, to) =>
      `From ${from} to ${to} the bot or the chat did not work, and these messages were late. All of them are settled now.`,
    sent: (count, last) => `${count} arrived late (the last ${last}).`,
    givenUp: (count) => `${count} could not go out on their day. What is still open is told next morning.`,
    planned: (at) => `planned for ${at}`,
    open: 'See what did not arrive',
  },
  cli: {
    noMember: (named) => `There is no ${named} in the region. Look for the id in tsunagi region export.`,
    badSince: (typed) => `--since ${typed} is no date. Write it like 2026-11-20.`,
    none: 'There are no messages.',
    more: (limit) => `These are the newest ${limit}. Shorten the time with --since.`,
  },
}
