import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { isAdHoc } from '../../../src/domain/region/ad-hoc-series.ts'
import { diffRegions } from '../../../src/domain/region/diff-regions.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { meetingsBetween } from '../../../src/store/meeting/meetings.ts'
import { loadRegion } from '../../../src/store/region/regions.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

/** 基幹の相談員。どちらの会議体の名簿にもいる */
const CENTRE = 'midori'

let product: Product
let region: Region
let seen: RecordingPlatform
let at: ReturnType<typeof people>

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  region = await sampleRegion()
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

const FORM = {
  title: 'こども部会の立ち上げ',
  meets: 'meeting',
  minutes: '90',
  from: '2026-06-15',
  to: '2026-06-26',
  deadline: '2026-06-10',
  required: [CENTRE],
  itself: 'no',
}
type Form = Record<string, string | string[]>

/** The poll's id; its draft lies before the organiser. */
const drafted = async (body: string, more: Form = {}): Promise<string> => {
  const draft = saidIn(await at.submits(CENTRE, 'meeting.find', { body }, { ...FORM, ...more }))
  return /"poll":"([0-9a-f-]{36})"/.exec(draft)?.[1] ?? ''
}
const asked = async (body: string, more: Form = {}): Promise<string> => {
  const poll = await drafted(body, more)
  await at.presses(CENTRE, 'meeting.ask', { poll })
  return poll
}
const decides = async (poll: string, day = '1') =>
  saidIn(await at.presses(CENTRE, 'meeting.decide', { poll, day }))
const adds = (poll: string, day: Form) => at.submits(CENTRE, 'meeting.offer', { poll }, day)
const fault = async (poll: string, day: Form): Promise<Record<string, string>> => {
  const reply = await adds(poll, day)
  return reply.kind === 'correct' ? reply.faults.fields : {}
}
/** The meeting of 15 June that a poll made. */
const decidedMeeting = async (title = FORM.title): Promise<string> => {
  const day = tokyo('2026-06-15T00:00')
  const meetings = await product.database.inRegion(region.id, (scope) =>
    meetingsBetween(scope, day, day.add({ hours: 24 })),
  )
  return meetings.find((one) => one.title === title)?.id ?? ''
}
const stored = () => product.database.inRegion(region.id, loadRegion)

test('a body without a series polls: the day is a meeting of its own, in calendars and with attendance', async () => {
  const poll = await asked('bukai-kodomo')
  expect(await decides(poll)).toContain('こども部会の立ち上げは 6月15日')
  const listed = saidIn(await at.types(CENTRE, 'meeting list'))
  expect(listed).toContain('こども部会の立ち上げ')
  expect(saidIn(await at.types(CENTRE, 'meeting attendance 6月15日'))).toContain('こども部会の立ち上げ')
  expect(saidIn(await at.types(CENTRE, 'meeting year'))).not.toContain('undefined')
  // People do not see what the bot keeps it under.
  expect(saidIn(await at.types(CENTRE, 'meeting series'))).not.toContain('こども部会')
})

test('the next meeting of that body joins the first; a region file without it takes nothing away', async () => {
  await decides(await asked('bukai-kodomo'))
  await decides(await asked('bukai-kodomo', { title: 'こども部会の2回目' }), '2')
  expect((await stored()).series.filter(isAdHoc)).toHaveLength(1)
  expect(diffRegions(await stored(), region)).toEqual([])
  await product.load({
    ...region,
    bodies: region.bodies.map((body) =>
      body.id === 'bukai-kodomo' ? { ...body, name: 'こども・家庭部会' } : body,
    ),
  })
  const [kept] = (await stored()).series.filter(isAdHoc)
  expect(kept).toMatchObject({ name: 'こども・家庭部会', body: 'bukai-kodomo' })
  expect(saidIn(await at.types(CENTRE, 'meeting list'))).toContain('こども部会の2回目')
})

test('two polls of a body decided at once for one day: one meeting, and the other is told', async () => {
  const polls = [await asked('bukai-kodomo'), await asked('bukai-kodomo', { title: '就労の話' })]
  const said = await Promise.all(polls.map((poll) => decides(poll)))
  expect(said.filter((text) => text.includes('に決まりました'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('会議がもうあります'))).toHaveLength(1)
  expect((await stored()).series.filter(isAdHoc)).toHaveLength(1)
})

test('a poll in a GSV body makes a plain meeting: nobody is asked for groups', async () => {
  const form = saidIn(await at.presses(CENTRE, 'meeting.find', { body: 'gsv-minami' }))
  expect(form).toContain('GSVの回にはなりません')
  await decides(await asked('gsv-minami', { title: 'GSV南 7月の打合せ', meets: 'preparatory' }))
  const sessions = saidIn(await at.types(CENTRE, 'gsv next'))
  expect(sessions).not.toContain('6月15日')
  await product.until(tokyo('2026-06-15T12:00'))
  const told = seen.posts.map(({ card }) => saidIn(card)).join('\n')
  expect(told).not.toContain('6月15日（月）のGSV南')
  expect(told).toContain('GSV南 7月の打合せ')
})

test('a talk of a body with a series is none of its meetings', async () => {
  await decides(await asked('renrakukai', { meets: 'preparatory' }))
  const own = (await stored()).series.find(isAdHoc)
  expect(own).toMatchObject({ body: 'renrakukai' })
  expect(own?.agenda).toBeUndefined()
})

test('it has the agenda of its body’s kind, as the first of its year; a talk has none', async () => {
  await decides(await asked('bukai-kodomo'))
  const preview = async (meeting: string) => saidIn(await at.presses(CENTRE, 'agenda.preview', { meeting }))
  expect(await preview(await decidedMeeting())).toContain('第1回 こども部会')
  await decides(await asked('bukai-shuro', { title: '打合せ', meets: 'preparatory' }))
  expect(await preview(await decidedMeeting('打合せ'))).toContain('次第を作る会議がありません')
})

test('the one meeting cannot be moved as if it had a rule', async () => {
  await decides(await asked('bukai-kodomo'))
  const meeting = await decidedMeeting()
  const move = { date: '2026-06-17', time: '14:00', reach: 'after', keep: 'no' }
  const reply = await at.submits(CENTRE, 'meeting.move', { meeting }, move)
  expect(reply.kind === 'correct' && Object.keys(reply.faults.fields)).toEqual(['reach'])
})

test('own days are added by half-day or hour, and asked in their order', async () => {
  const poll = await drafted('bukai-kodomo', { to: '2026-06-15' })
  const card = saidIn(await adds(poll, { date: '2026-06-13', half: 'morning', time: '' }))
  expect(card).toContain('6月13日（土）10:00')
  expect(card).toContain('休みの日です（土日など）')
  await adds(poll, { date: '2026-06-16', half: 'afternoon', time: '15時半' })
  await at.presses(CENTRE, 'meeting.ask', { poll })
  expect(await decides(poll, '1')).toContain('6月13日（土）10:00')
})

test.each<[string, Form, string, string]>([
  [
    'twice',
    { date: '2026-06-15', half: 'afternoon', time: '14:30' },
    'time',
    '6月15日（月）14:00と重なります',
  ],
  ['past', { date: '2026-05-29', half: 'morning', time: '' }, 'date', '過ぎた日です'],
  [
    'before the deadline',
    { date: '2026-06-10', half: 'morning', time: '' },
    'date',
    '候補は6月12日（金）から',
  ],
  ['too far off', { date: '2027-06-10', half: 'morning', time: '' }, 'date', '先すぎます'],
  ['of the other half', { date: '2026-06-16', half: 'morning', time: '15:00' }, 'time', '午前・午後'],
])('a day that is %s is refused at its field', async (_, day, field, reason) => {
  const poll = await drafted('bukai-kodomo', { to: '2026-06-15' })
  const faults = await fault(poll, day)
  expect(Object.keys(faults)).toEqual([field])
  expect(faults[field]).toContain(reason)
})

test('no more days than the answer has room for; a place is free again once one is out', async () => {
  const poll = await drafted('bukai-kodomo')
  const day = { date: '2026-06-13', half: 'morning', time: '' }
  expect((await fault(poll, day)).date).toContain('候補は6つまで')
  await at.presses(CENTRE, 'meeting.dropday', { poll, day: '3' })
  expect(saidIn(await adds(poll, day))).toContain('6月13日（土）')
})
