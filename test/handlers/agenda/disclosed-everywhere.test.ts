import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { feedMeetings } from '../../../src/actions/calendar/feed-meetings.ts'
import type { Attachment, Reply } from '../../../src/bot/port.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { DISCLOSURES, type Region } from '../../../src/domain/region/region.ts'
import { asOwner } from '../../support/database.ts'
import { meetingOn, submitSixSections } from '../../support/meetings.ts'
import { people } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

/** A council member who sits on 連絡会 and sees no case; its chair, and its recorder, work on other cases. */
const COUNCIL = 'iin-01'
const CHAIR = 'sota'
const RECORDER = 'riku'
/** Also on the body, of another office than the case. */
const COLLEAGUE = 'himari'

/** Marks of texts that are not everybody's, in which the code of the case of 架空 さくら stands in many spellings. */
const INTAKE = 'しるし表題'
const REASON = 'しるし理由'
const WRITTEN = 'しるし本文'

const FOLLOW_UPS = {
  ...{ what1: 'ｓ・０９００の家に電話する', who1: COUNCIL, by1: '2026-06-30' },
  ...{ what2: 'S_0900の資料を読む', who2: 'himari', by2: '2026-06-30' },
}

let product: Product
let region: Region
let seen: RecordingPlatform
let at: ReturnType<typeof people>
let meeting: string
let poll: string

const idOf = (sql: string): Promise<string> =>
  asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(sql)
    return rows[0]?.id ?? ''
  })
const idIn = (reply: Reply, name: string): string =>
  new RegExp(`"${name}":"([0-9a-f-]{36})"`).exec(JSON.stringify(reply))?.[1] ?? ''
const ok = async (reply: Promise<Reply>): Promise<Reply> => {
  const said = await reply
  const isDone = (said.kind === 'card' || said.kind === 'replace') && !said.card.tag.endsWith('.refused')
  if (!isDone) throw new Error(JSON.stringify(said))
  return said
}

/**
 * A meeting of 連絡会 up to its minutes, which wait for approval: with its agenda, follow-ups, papers and a poll, a code
 * in everything that is typed.
 */
const meet = async (level: (typeof DISCLOSURES)[number]) => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const sample = onlyLiaison(await sampleRegion())
  const seats = [{ member: CHAIR, duty: 'chair' as const }, { member: COUNCIL }]
  region = {
    ...sample,
    bodies: sample.bodies.map((body) =>
      body.id === 'renrakukai' ? { ...body, disclosure: level, members: [...seats, ...body.members] } : body,
    ),
  }
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
  // Else an agenda of the body names no case.
  await ok(at.submits(COUNCIL, 'tsunagi.pledge', {}, { body: 'renrakukai', confirmed: 'yes' }))
  meeting = await meetingOn(product, region, '2026-06-17')
  await submitSixSections(at)
  const told = { wishes: 'なし。', proposal: '受ける。' }
  const intake = { topic: `${INTAKE} Ｓ−０９００の姉 20代`, situation: WRITTEN, ...told }
  await ok(at.submits('riku', 'summary.intake', {}, intake))
  await ok(at.submits('riku', 'summary.notice', {}, { topic: 's0900の研修', content: WRITTEN }))
  const plan = await idOf(
    `select s.id from summaries s join cases c on c.id = s.case_id where c.code = 'S-0900'`,
  )
  const paper = { paperTitle: 'Sー0900の資料', paperUrl: 'https://papers.example.jp/s-0900' }
  await ok(at.submits('midori', 'agenda.edit', { summary: plan }, { minutes: '10', held: 'no', ...paper }))
  await ok(
    at.submits('aoi', 'meeting.attend', { meeting }, { answer: 'absent', reason: `${REASON} 本人の入院` }),
  )
  const days = { from: '2026-06-22', to: '2026-06-30', deadline: '2026-06-12', itself: 'no' }
  const asking = {
    title: 'Ｓ０９００の打ち合わせ',
    meets: 'meeting',
    minutes: '60',
    required: ['midori'],
    ...days,
  }
  poll = idIn(await ok(at.submits('midori', 'meeting.find', { body: 'renrakukai' }, asking)), 'poll')
  await ok(at.presses('midori', 'meeting.ask', { poll }))
  await product.until(tokyo('2026-06-16T12:00'))
  await ok(at.presses('midori', 'meeting.decide', { poll, day: '1' }))
  await at.submits('midori', 'meeting.decide', { poll }, { day: '1' })
  await ok(at.presses('midori', 'meeting.recorder', { member: RECORDER, meeting }))
  await product.until(tokyo('2026-06-17T14:00'))
  await ok(at.presses(RECORDER, 'meeting.start', { meeting }))
  await ok(
    at.submits(
      RECORDER,
      'meeting.record',
      { meeting, item: '1' },
      { decision: 'Ｓ‐０９００は進める。', ...FOLLOW_UPS },
    ),
  )
  const items = Number(await idOf('select count(*) as id from meeting_run_items'))
  for (let item = 1; item <= items; item += 1)
    await at.presses(RECORDER, 'meeting.step', { meeting, do: 'next', at: String(item) })
  await at.presses(RECORDER, 'meeting.step', { meeting, do: 'end', at: '0' })
  await ok(at.presses(RECORDER, 'minutes.finish', { meeting }))
}

/** Its minutes are approved, corrected and approved again, and the next meeting is cancelled. */
const approve = async () => {
  await ok(at.presses(CHAIR, 'minutes.approve', { meeting, seen: '1' }))
  const why = { decision: 'Ｓ‐０９００は進める。', ...FOLLOW_UPS, change: 'S—0900の間違い' }
  await ok(at.submits('midori', 'minutes.correct', { meeting, item: '1' }, why))
  await ok(at.presses(CHAIR, 'minutes.approve', { meeting, seen: '2' }))
  const next = await meetingOn(product, region, '2026-07-15')
  await ok(at.submits('midori', 'meeting.cancel', { meeting: next }, { reason: 'S 0900の対応のため' }))
  await product.until(tokyo('2026-06-19T12:00'))
}

/** Folded: what is left is a code whatever joined its parts. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9\p{Script=Han}\p{Script=Hiragana}]/gu, '')
const showsCode = (text: string): boolean => folded(text).includes('S0900')

const textIn = ({ bytes }: Attachment): string => {
  if (strFromU8(bytes.subarray(0, 2)) !== 'PK') return strFromU8(bytes)
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file).replaceAll(/<[^>]*>/g, ''))
    .join('\n')
}

/** Every command of the registry, pressed with all that this person could name. */
const allRepliesTo = async (user: string): Promise<Map<string, string>> => {
  const followup = await idOf(`select id from follow_ups where member_id = '${user}'`)
  const replies = new Map<string, string>()
  for (const { id, options } of product.registry.commands)
    for (const given of [{}, { meeting, poll, followup, item: '1', body: 'renrakukai', month: '2026-06' }]) {
      const named = Object.entries(given).filter(([name]) => name in options)
      const reply = await at.presses(user, id, Object.fromEntries(named))
      const { files = [], ...shown } = reply.kind === 'card' ? reply : { ...reply, files: [] }
      const all = [JSON.stringify(shown), ...files.filter(({ name }) => !name.endsWith('.pdf')).map(textIn)]
      replies.set(`${id} ${Object.keys(Object.fromEntries(named))}`, all.join('\n'))
    }
  return replies
}

const postsTo = (user: string): string[] =>
  seen.posts
    .filter(({ place }) => 'user' in place && place.user === user)
    .map(({ card }) => JSON.stringify(card))
const channelPosts = (): string[] =>
  seen.posts.filter(({ place }) => 'channel' in place).map(({ card }) => JSON.stringify(card))

describe.each(DISCLOSURES)('a body that may see %s', (level) => {
  beforeEach(() => meet(level))

  test('what leaves to its channel, its council member and calendars is what the level allows, whatever was typed where', async () => {
    await approve()
    const replies = await allRepliesTo(COUNCIL)
    expect(replies.size).toBeGreaterThan(100)
    const told = [...replies, ...postsTo(COUNCIL).map((post) => ['message', post] as const)]
    const posted = channelPosts()
    expect(posted.join()).toContain('受理判断')
    expect(told.map(([, text]) => text).join()).toContain('進める')
    for (const [what, text] of [...told, ...posted.map((post) => ['post', post] as const)]) {
      expect(text, what).not.toContain(REASON)
      if (level !== 'summaries') expect(text, what).not.toContain(WRITTEN)
      if (level !== 'topics') continue
      expect(text, what).not.toContain(INTAKE)
      expect(showsCode(text), `${what}: ${text.slice(0, 2000)}`).toBe(false)
    }
    expect(posted.some(showsCode)).toBe(level !== 'topics')
    expect(posted.join().includes(INTAKE)).toBe(level !== 'topics')
    if (level === 'topics')
      for (const [what, text] of [
        ...(await allRepliesTo(COLLEAGUE)),
        ['messages', postsTo(COLLEAGUE).join()] as const,
      ])
        expect(showsCode(text), `${what}: ${text}`).toBe(false)
    await asOwner(product.databaseUrl, region.id, (owner) =>
      owner.query(`update meetings set title = 'Ｓ０９００のための会議' where title is not null`),
    )
    const listed = JSON.stringify(await at.types(COUNCIL, 'meeting list'))
    expect(listed).toContain('○○のための会議')
    const feed = await product.database.inRegion(region.id, (scope) =>
      feedMeetings(scope, region, { owner: 'body', ownerId: 'renrakukai' }, tokyo('2026-06-19T12:00')),
    )
    const names = feed?.meetings.map(({ name }) => name) ?? []
    expect(names).toContain('○○のための会議')
    expect(names.some(showsCode)).toBe(false)
  })

  test('why somebody is absent is read by the chair and the centre, not by the recorder, and is in no minutes', async () => {
    const read = async (user: string) =>
      JSON.stringify(await at.presses(user, 'meeting.attendance', { meeting }))
    expect(await read('midori')).toContain(REASON)
    expect(await read(CHAIR)).toContain(REASON)
    expect(await read(RECORDER)).toContain('架空 あおい')
    if (level === 'topics')
      for (const [what, text] of await allRepliesTo(RECORDER)) expect(text, what).not.toContain(REASON)
    await approve()
    for (const user of [RECORDER, CHAIR, 'midori'])
      for (const command of ['minutes.show', 'minutes.export']) {
        const reply = await at.presses(user, command, { meeting })
        const files = reply.kind === 'card' ? (reply.files ?? []) : []
        expect(
          [JSON.stringify(reply.kind === 'card' ? reply.card : reply), ...files.map(textIn)].join(),
        ).not.toContain(REASON)
      }
  })
})

test('at topics the recorder of a body, who works on other cases, writes on without seeing codes and without losing them', async () => {
  await meet('topics')
  const form = await at.presses(RECORDER, 'minutes.correct', { meeting, item: '1' })
  expect(showsCode(JSON.stringify(form))).toBe(false)
  expect(JSON.stringify(form)).toContain('○○は進める。')
  const again = {
    decision: '○○は進める。',
    what1: '○○の家に電話する',
    who1: COUNCIL,
    by1: '2026-06-30',
    change: '宿題をひとつに',
  }
  await ok(at.submits(RECORDER, 'minutes.correct', { meeting, item: '1' }, again))
  expect(JSON.stringify(await at.presses('midori', 'minutes.show', { meeting }))).toContain(
    'Ｓ‐０９００は進める。',
  )
  expect(showsCode(JSON.stringify(await at.presses(CHAIR, 'minutes.show', { meeting })))).toBe(false)
})
