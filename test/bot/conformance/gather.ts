import { randomUUID } from 'node:crypto'
import type { Card } from '../../../src/bot/card.ts'
import type { Reply } from '../../../src/bot/port.ts'
import { agendaWithheldCard } from '../../../src/cards/agenda/draft.ts'
import {
  bugCard,
  notConnectedCard,
  unknownCommandCard,
  unknownMemberCard,
} from '../../../src/cards/answer.ts'
import { assignedCard } from '../../../src/cards/case/case.ts'
import { lateReportCard, regionLedgerCard } from '../../../src/cards/delivery.ts'
import { meetingEventCard } from '../../../src/cards/meeting/meeting.ts'
import { minutesNoticeCard } from '../../../src/cards/minutes.ts'
import { pollResultCard } from '../../../src/cards/poll/poll.ts'
import { loadingCard } from '../../../src/cards/setup/setup.ts'
import {
  knownCard,
  leftCard,
  linkedCard,
  notifyCard,
  requestCard,
  unreachableCard,
} from '../../../src/cards/workspace.ts'
import { recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { NOT_HEARD } from '../../../src/domain/delivery/outcome.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { standInCard } from '../../../src/jobs/notices/absence/stand-in.ts'
import { pledgeMissingCard } from '../../../src/jobs/notices/account/pledge-missing.ts'
import { recorderCard } from '../../../src/jobs/notices/meeting/recorder.ts'
import { openRequests } from '../../../src/store/account/account-requests.ts'
import { keepPeople } from '../../../src/store/workspace/workspace-people.ts'
import { type Catalogue, catalogues } from '../../../src/text/catalogue.ts'
import { elsewhere } from '../../support/elsewhere.ts'
import { submitSixSections } from '../../support/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'
import { crawler, type Gathered } from './crawl.ts'

/** The longest that a region's file takes, with letters that are two UTF-16 units long. */
const NAME = 80
const lengthened = (name: string): string =>
  `${name}${'𠮷野のとても長い名前の'.repeat(9)}`.slice(0, NAME - 1).replace(/[\uD800-\uDBFF]$/, '')

const longNames = (region: Region): Region => {
  const named = <Thing extends { name: string }>(things: Thing[]): Thing[] =>
    things.map((one) => ({ ...one, name: lengthened(one.name) }))
  return {
    ...region,
    offices: named(region.offices),
    members: named(region.members),
    bodies: named(region.bodies),
    series: named(region.series.filter(({ id }) => SERIES.includes(id))),
    rotas: named([...region.rotas, ON_CALL]),
  }
}

const ON_CALL: Region['rotas'][number] = {
  id: 'denwa',
  name: '電話当番',
  kind: 'on_call',
  body: 'renrakukai',
  turn: 'week',
  lasts: 1,
  from: Temporal.PlainDate.from('2026-04-01'),
  order: [{ member: 'sakura' }, { member: 'riku' }],
}
const OVERDUE = {
  code: 'S-0100',
  kind: 'renewal',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '1月ごと(R8.4~R9.3)',
}
const SERIES = ['renrakukai', 'gsv-kita', 'chosei']
const CAST = ['sakura', 'midori', 'yukari', 'riku']

/** Commands that end what others need. */
const ENDING = new Set([
  'meeting.cancel',
  'meeting.withdraw',
  'meeting.move',
  'case.assign',
  'case.close',
  'case.suspend',
  'plan.remove',
  'calendar.revoke',
  'tsunagi.region',
  'tsunagi.body',
  'tsunagi.series',
])

/** Of workspaces and accounts elsewhere: a crawl in the practice workspace has none. */
const connectingCards = (name: string, text: Catalogue): Card[] => {
  const request = { id: randomUUID(), place: name, name, account: '950000000000000001' }
  const accounts = Array.from({ length: 5 }, (_, at) => ({
    value: `discord 95000000000000000${at}`,
    place: name,
    left: at === 4,
  }))
  return [
    ...[true, false].map((connected) => linkedCard({ member: name, region: name, connected }, text)),
    notifyCard(accounts, name, text),
    requestCard(request, text),
    knownCard({ request: request.id, name, member: name }, text),
    leftCard({ place: name, until: name, alone: Array.from({ length: 40 }, () => name) }, text),
    unreachableCard(name, text),
    loadingCard(text),
  ]
}

/** What did not arrive, and after an outage what was late, of every kind of message. */
const ledgerCards = (name: string, text: Catalogue): Card[] => {
  const now = tokyo('2026-06-17T14:00')
  const reader = { now, timeZone: 'Asia/Tokyo', language: 'ja' as const, text, nameOf: () => name }
  const lines = NOT_HEARD.map((reason) => ({
    ...{ id: randomUUID(), kind: 'agenda-withheld', readerId: 'midori', platform: 'slack' as const },
    ...{ channel: null, promisedFor: now, dueAt: now, state: 'skipped' as const, sentAt: null, reason },
  }))
  const late = { sent: 1_000, givenUp: 1_000, firstPromised: now, lastSent: now }
  const groups = Object.keys(text.notices).map((kind) => ({ kind, ...late }))
  return [regionLedgerCard(lines, reader), lateReportCard(groups, now, reader)]
}

/** What a crawl in good order does not come to. */
const seldom = (text: Catalogue): Card[] => {
  const name = lengthened('')
  const meeting = { heading: name, next: name, meetingId: randomUUID() }
  const everybody = Array.from({ length: 30 }, (_, at) => `U${at}`)
  return [
    bugCard('0a1b2c3d', text),
    notConnectedCard('slack', 'T0123456789', text),
    unknownMemberCard(name, text),
    ...connectingCards(name, text),
    ...ledgerCards(name, text),
    recorderCard(name, randomUUID(), text),
    standInCard(name, { from: name, to: name }, text),
    pledgeMissingCard(
      name,
      Array.from({ length: 30 }, () => ({ name })),
      text,
    ),
    unknownCommandCard(name, [{ usage: '/case show', description: name }], text),
    agendaWithheldCard(
      {
        seriesName: name,
        meetingId: randomUUID(),
        reasons: [{ why: 'noChannel' }, { why: 'unseen' }, { why: 'outsiders', who: everybody }],
      },
      () => name,
      text,
    ),
    assignedCard(
      Array.from({ length: 200 }, (_, at) => `S-${1_000 + at}`),
      name,
      text,
    ),
    meetingEventCard(
      {
        meeting: {
          id: randomUUID(),
          title: name,
          startsAt: tokyo('2026-06-17T14:00'),
          durationMinutes: 120,
          cancelled: null,
        },
        series: { name },
        body: { name },
      },
      'Asia/Tokyo',
      'ja',
      text,
    ),
    pollResultCard(
      { title: name, body: name, minutes: 60 },
      { when: tokyo('2026-06-17T14:00').toZonedDateTimeISO('Asia/Tokyo'), reason: name },
      { language: 'ja', text },
    ),
    ...['minutes.approved', 'minutes.corrected'].map((tag) => minutesNoticeCard({ tag, ...meeting }, text)),
  ]
}

const T1 = { platform: 'slack', workspace: 'T1' } as const
/** One workspace of Slack, with a coordinator in it. */
const onSlack = (region: Region): Region => ({
  ...region,
  workspaces: [{ platform: 'slack', id: T1.workspace }],
  members: region.members.map((one) =>
    one.id === 'midori' ? { ...one, accounts: [{ ...T1, user: 'U1' }] } : one,
  ),
})

/** Forms that open in a workspace of Slack or Discord only. */
const formsElsewhere = async (product: Product, region: Region): Promise<Reply[]> => {
  const slack = elsewhere(product, T1)
  await slack.types('U9', 'case list')
  const there = [{ user: 'U9', name: region.members.at(-1)?.name ?? '' }]
  const [request] = await product.database.inRegion(region.id, async (scope) => {
    await keepPeople(scope, T1, there, product.clock.now())
    return openRequests(scope)
  })
  return [
    await elsewhere(product, { ...T1, workspace: 'T2' }).presses('U9', 'tsunagi.connect'),
    await slack.presses('U1', 'tsunagi.people'),
    await slack.types('U1', 'tsunagi channel', 'C1'),
    await slack.presses('U1', 'tsunagi.known', { request: request?.id ?? '' }),
  ]
}

/** A poll whose days are still to be chosen: another one can be offered. */
const FINDING = {
  title: 'こども部会の立ち上げ',
  meets: 'meeting',
  minutes: '90',
  from: '2026-06-15',
  to: '2026-06-26',
  deadline: '2026-06-10',
  required: ['midori'],
  itself: 'no',
}

/**
 * Whatever the product shows in three weeks of a region with the longest names, by driving its handlers and jobs.
 * `start`: brings up the product, with somebody who looks at every answer.
 */
export const gather = async (
  start: (at: Temporal.Instant) => Promise<Product> = startProduct,
): Promise<Gathered> => {
  const product = await start(tokyo('2026-06-01T10:00'))
  const region = onSlack(longNames(await sampleRegion()))
  await product.load(region)
  const seen = recordingPlatform(region)
  product.join(seen.platform)
  const crawl = crawler(product, region, CAST)
  let read = 0
  const until = async (local: string): Promise<void> => {
    await product.until(tokyo(local))
    for (const { place, card } of seen.posts.slice(read))
      crawl.see('user' in place ? place.user : 'midori', card)
    read = seen.posts.length
  }
  const at = people(product)
  await at.submits('sakura', 'case.register', {}, OVERDUE)
  await submitSixSections(at)
  const draft = await at.submits('midori', 'meeting.find', { body: 'bukai-kodomo' }, FINDING)
  const [, poll = ''] = /"poll":"([0-9a-f-]{36})"/.exec(saidIn(draft)) ?? []
  crawl.hear('midori', await at.presses('midori', 'meeting.offer', { poll }))
  await crawl.round(ENDING)
  await until('2026-06-02T12:00')
  await crawl.again('handover.show sheet=')
  await until('2026-06-10T12:00')
  await crawl.round(ENDING, ['gsv', 'handover'])
  await until('2026-06-16T15:00')
  await crawl.round(ENDING, ['agenda'])
  await until('2026-06-17T14:05')
  const recorder = { member: 'sakura', meeting: '2026-06-17' }
  crawl.hear('midori', await at.presses('midori', 'meeting.recorder', recorder))
  await crawl.round(ENDING, ['meeting'])
  await crawl.again('meeting.step meeting= do=end at=')
  await until('2026-06-18T12:00')
  await crawl.round(new Set(), ['minutes', 'gsv'])
  await crawl.again('minutes.show meeting=')
  await crawl.round(new Set())
  await crawl.round(new Set(), ['case'])
  await until('2026-06-19T12:00')
  for (const card of seldom(catalogues.ja)) crawl.see('midori', card)
  for (const form of await formsElsewhere(product, region)) crawl.hear('midori', form)
  return crawl.gathered
}
