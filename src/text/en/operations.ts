import { notices } from './notices.ts'

const jobs: Record<string, string> = {
  'find-due': 'Find what is due',
  'settle-reminder': 'Settle reminders',
  'deliver-due': 'Deliver',
  'audit-deliveries': 'Watch for what was not sent',
}

/** The page for administrators. */
export const operations = {
  title: 'Tsunagi operations',
  language: 'en',
  languageName: 'English',
  asOf: (time: string) => `As of ${time}`,
  reload: 'Reload',
  leave: 'Close (log out)',
  time: (at: Temporal.ZonedDateTime): string =>
    at.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' }),
  door: {
    label: 'Token (OPERATIONS_TOKEN)',
    hint: "The value of OPERATIONS_TOKEN in Tsunagi's settings. The page closes after 8 hours.",
    enter: 'Open',
    wrong: 'That is not the token. Look at OPERATIONS_TOKEN in the settings and enter it again.',
    tooMany:
      'The token was wrong too often: the page stays closed for 10 minutes. Please wait and try again.',
    foreign: 'What other pages ask for is not done. Open this page again and try once more.',
  },
  now: {
    heading: 'Now',
    database: 'Database',
    queue: 'Redis',
    away: 'does not answer. See by doctor whether it runs and its address is right.',
    lastTick: 'Last tick',
    noTick: 'none yet. See whether a process that sends (--role worker or all) is running.',
    tickLate: (time: string) =>
      `${time}, more than a minute ago. See whether a process that sends (--role worker or all) is running.`,
    platforms: 'Connected to this process',
    noPlatforms: 'nothing',
    version: 'Version of Tsunagi',
    versions: (tsunagi: string, node: string) => `${tsunagi} (Node.js ${node})`,
  },
  queues: {
    heading: 'Queues',
    job: 'Job',
    waiting: 'Waiting',
    active: 'Running',
    delayed: 'Later',
    jobs,
  },
  late: {
    heading: 'Late',
    none: 'Nothing is left more than 5 minutes after its instant.',
    region: 'Region',
    count: 'Messages',
    oldest: 'Oldest instant',
  },
  digests: {
    heading: 'Morning digest (the last morning within 24 hours)',
    none: 'There was no morning of digests within 24 hours.',
    region: 'Region',
    expected: 'To be told',
    told: 'Told',
  },
  failed: {
    heading: 'Not delivered (within 14 days)',
    none: 'Everything was delivered.',
    first: (count: number) => `The latest ${count}.`,
    planned: 'Planned for',
    kind: 'Message',
    platform: 'Platform',
    why: 'Why, and what to do',
    act: 'Action',
    retry: 'Send again',
    retryOf: (kind: string, time: string) => `${kind} of ${time}`,
    retried: 'It will be sent again. Wait a little and see on this page whether it arrived.',
    notRetried: 'That message arrived already, or is being sent again. Nothing was changed.',
    away: 'The database does not answer, so nothing was changed. Please wait a little and try again.',
    notices,
    reasons: {
      'no-place':
        'The channel or person was not found. Mend channels and accounts in the region file, then send.',
      'no-permission':
        'The bot has no permission. Invite it to the channel, look at its permissions, then send.',
      'closed-to-bots': 'The reader takes no messages from bots. Have that setting changed, then send.',
      malformed: 'The platform did not take its shape. Tell the developers, with the log line of this id.',
      'workspace-left': 'The bot was removed from the workspace. Add it again, then send.',
      'answer-lost': 'The answer to sending was lost. It is looked up first, and sent if it is not there.',
      withheld:
        'Withheld: the channel is public, or holds somebody who is not on the roster. Mend the channel, then send (otherwise it is withheld again).',
      'never-open': 'The region has no working day. Mend the working days in the region file, then send.',
    },
  },
}
