import { type Post, recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { asOwner } from '../support/database.ts'
import { elsewhere } from '../support/elsewhere.ts'
import { people } from '../support/people.ts'
import { type Product, sampleRegion, tokyo } from '../support/product.ts'
import { PEOPLE, type Person } from './people.ts'
import { otherRegion, walkedRegion } from './region.ts'
import { marking, type Things } from './things.ts'
import { type Tools, toolsFor } from './tools.ts'
import { seedCases, seedFollowUps, seedPolls, seedSheets, seedSummaries, UNBORN } from './writing.ts'

/** The instant at which everything is tried: the steering meeting is under way, the liaison meeting comes next week. */
export const NOW = tokyo('2026-07-07T10:30')

const MOST_ITEMS = 15

/** Held, recorded with texts, and its minutes finished. */
const hold = async (
  { at, ok, text, put, made, meeting }: Tools,
  name: string,
  nominal: string,
  who: { runs: string; asked: string; approves?: string },
): Promise<void> => {
  const id = await meeting(nominal)
  put('meeting', name, id, [])
  await ok(at.presses(who.runs, 'meeting.start', { meeting: id }))
  const followUp = { what1: text('followup', `given in ${name}`), who1: who.asked, by1: '2026-07-30' }
  const decided = { decision: text('meeting', name), ...followUp }
  await ok(at.submits(who.runs, 'meeting.record', { meeting: id, item: '1' }, decided))
  for (let item = 1; item <= MOST_ITEMS; item += 1)
    await at.presses(who.runs, 'meeting.step', { meeting: id, do: 'next', at: String(item) })
  await ok(at.presses(who.runs, 'meeting.step', { meeting: id, do: 'end', at: '0' }))
  const finishes = () => ok(at.presses(who.runs, 'minutes.finish', { meeting: id }))
  put('followup', `given in ${name}`, await made('follow_ups', finishes), [])
  if (who.approves) await ok(at.presses(who.approves, 'minutes.approve', { meeting: id, seen: '1' }))
}

const june = async (tools: Tools): Promise<void> => {
  const { at, ok, product, text, put, made, meeting } = tools
  const gsv = await meeting('2026-06-11')
  put('meeting', 'GSV held', gsv, [])
  const offer = () =>
    at.submits('koharu', 'gsv.offer', {}, { meeting: gsv, pattern: 'strengths', case: 'S-0109' })
  const presentation = await made('gsv_presentations', offer)
  put('presentation', 'held', presentation, [])
  await product.until(tokyo('2026-06-05T12:00'))
  await ok(at.presses('midori', 'gsv.groups', { meeting: gsv }))
  await ok(at.presses('midori', 'gsv.groups', { meeting: gsv, act: 'confirm', seen: '1' }))
  await product.until(tokyo('2026-06-12T12:00'))
  const outcome = {
    ideas: text('presentation', 'held'),
    next: text('followup', 'out of the GSV'),
    by: 'R8.7.31',
  }
  const records = () => ok(at.submits('koharu', 'gsv.outcome', { presentation }, outcome))
  put('followup', 'out of the GSV', await made('follow_ups', records), [])
  const liaison = await meeting('2026-06-17')
  await ok(at.presses('midori', 'meeting.recorder', { meeting: liaison, member: 'ichika' }))
  const absent = {
    answer: 'absent',
    reason: text('attendance', 'of the liaison meeting held'),
    deputyName: '',
  }
  await ok(at.submits('riku', 'meeting.attend', { meeting: liaison }, absent))
  await product.until(tokyo('2026-06-17T14:00'))
  await hold(tools, 'liaison held', '2026-06-17', { runs: 'midori', asked: 'koharu', approves: 'sumire' })
  await product.until(tokyo('2026-06-22T10:00'))
  await hold(tools, 'secretariat held', '2026-06-22', { runs: 'midori', asked: 'haruto' })
}

/** Somebody moves, somebody leaves, somebody is away; what was under way then has been overtaken. */
const changes = async ({ at, ok, product }: Tools, value: (kind: string, name: string) => string) => {
  await ok(at.submits('midori', 'case.assign', { case: 'S-0107' }, { to: 'yui' }))
  await ok(
    at.submits('sakura', 'case.close', { case: 'S-0106' }, { closedOn: 'R8.6.22', reason: 'moved_away' }),
  )
  await ok(at.presses('koharu', 'handover.acknowledge', { sheet: value('sheet', 'answered') }))
  await ok(at.submits('riku', 'followup.done', { followup: value('followup', 'done') }, { reason: '' }))
  await product.load(walkedRegion(await sampleRegion(), 'now'))
  const absence = { from: '2026-07-06', to: '2026-07-31', deputy: 'minato' }
  await ok(at.submits('midori', 'absence.take', { member: 'sakura' }, absence))
}

const july = async ({ at, ok, product, text, put, made, meeting }: Tools): Promise<void> => {
  const openings = { newUsers: '2', from: 'R8.9', kinds: text('openings', "another office's") }
  await ok(at.submits('riku', 'openings.tell', {}, openings))
  await ok(at.types('sakura', 'calendar link'))
  const swap = (by: string, rota: string, mine: string, theirs: string) =>
    made('rota_swaps', () => at.submits(by, 'rota.swap', { rota }, { mine, theirs }))
  put('swap', 'between municipalities', await swap('yukari', 'kanji', '2027-04-01', '2028-04-01'), [])
  put('swap', 'unborn', UNBORN, [])
  const liaison = await meeting('2026-07-15')
  put('meeting', 'liaison to come', liaison, [])
  await ok(at.presses('midori', 'meeting.recorder', { meeting: liaison, member: 'ichika' }))
  const absent = {
    answer: 'absent',
    reason: text('attendance', 'of the liaison meeting to come'),
    deputyName: '',
  }
  await ok(at.submits('riku', 'meeting.attend', { meeting: liaison }, absent))
  const gsv = await meeting('2026-07-09')
  put('meeting', 'GSV to come', gsv, [])
  const offer = () =>
    at.submits('koharu', 'gsv.offer', {}, { meeting: gsv, pattern: 'strengths', case: 'S-0109' })
  put('presentation', 'to come', await made('gsv_presentations', offer), [])
  put('presentation', 'unborn', UNBORN, [])
  put('meeting', 'plenary to come', await meeting('2026-07-10'), [])
  put('meeting', 'secretariat to come', await meeting('2026-07-27'), [])
  put('meeting', 'unborn', UNBORN, [])
  const slack = elsewhere(product, { platform: 'slack', workspace: 'T1' })
  put('request', 'open', await made('account_requests', () => slack.types('U9', 'case list')), [])
  put('request', 'unborn', UNBORN, [])
}

const idsOf = (product: Product, sql: string): Promise<string[]> =>
  asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const { rows } = await owner.query<{ id: string }>(sql)
    return rows.map(({ id }) => id)
  })

/** What the bot made by itself: visits, lines of attendance, messages. */
const found = async ({ at, ok, product, text, put }: Tools): Promise<void> => {
  const visits = await idsOf(
    product,
    `select id from visits where visitor_id = 'midori' and done_on is null order by planned_on`,
  )
  const [reported = '', planned = ''] = visits
  put('visit', 'reported', reported, [])
  put('visit', 'planned', planned, [])
  put('visit', 'unborn', UNBORN, [])
  const report = { doneOn: '2026-07-06', report: text('visit', 'reported') }
  await ok(at.submits('midori', 'visit.done', { visit: reported }, report))
  const line = (meeting: string) => `select a.id from attendances a join meetings m on m.id = a.meeting_id
    where a.member_id = 'riku' and m.nominal = '${meeting}'`
  const [held = ''] = await idsOf(product, line('2026-06-17'))
  const [coming = ''] = await idsOf(product, line('2026-07-15'))
  put('attendance', 'of the liaison meeting held', held, [])
  put('attendance', 'of the liaison meeting to come', coming, [])
  put('attendance', 'unborn', UNBORN, [])
  const [delivery = ''] = await idsOf(product, `select id from deliveries where reader_id = 'riku' limit 1`)
  put('delivery', "another's", delivery, [])
  put('delivery', 'unborn', UNBORN, [])
}

const NAMED: readonly Person[] = [
  'in charge',
  'other office',
  'moved',
  'coordinator',
  'council member',
  'former',
]

const named = ({ put }: Tools): void => {
  for (const person of NAMED) put('member', person, PEOPLE[person], [])
  for (const office of ['satsuki', 'kumo', 'konoha', 'kikan']) put('office', office, office, [])
  for (const body of ['renrakukai', 'gsv-kita', 'chosei', 'unei', 'zentaikai']) put('body', body, body, [])
  for (const series of ['gsv-kita', 'renrakukai']) put('series', series, series, [])
  for (const rota of ['kanji', 'denwa']) put('rota', rota, rota, [])
}

/** `posts`: what was told since people moved and left. */
export type Seeded = { things: Things; posts: readonly Post[] }

/** A region in which something of everything is there, each with texts of its own. */
export const seedEverything = async (product: Product): Promise<Seeded> => {
  const things: Things = new Map()
  const sample = await sampleRegion()
  const region = walkedRegion(sample, 'at first')
  await product.load(region)
  await product.load(otherRegion(sample))
  const { platform, posts } = recordingPlatform(region)
  product.join(platform)
  const mark = marking(things)
  const tools = toolsFor(product, region.id, mark)
  const other = people(product, 'tonari')
  const plan = { kind: 'new', validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6' }
  await tools.ok(other.submits('hoka', 'case.register', {}, { ...plan, code: 'S-7001' }))
  mark.put('case', 'of another region', 'S-7001', ['S-7001'])
  await seedCases(tools)
  await seedSummaries(tools, 'discussed')
  await seedFollowUps(tools)
  await seedSheets(tools)
  await june(tools)
  await seedSummaries(tools, 'coming')
  await changes(tools, (kind, name) => things.get(kind)?.get(name)?.value ?? '')
  const before = posts.length
  await seedPolls(tools)
  await july(tools)
  await product.until(tokyo('2026-07-07T10:00'))
  await found(tools)
  const steering = await tools.meeting('2026-07-07')
  mark.put('meeting', 'steering under way', steering, [])
  await tools.ok(tools.at.presses('midori', 'meeting.start', { meeting: steering }))
  const decided = { decision: mark.text('meeting', 'steering under way') }
  await tools.ok(tools.at.submits('midori', 'meeting.record', { meeting: steering, item: '1' }, decided))
  await product.until(NOW)
  named(tools)
  return { things, posts: posts.slice(before) }
}
