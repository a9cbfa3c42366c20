import { expect } from 'vitest'
import type { Region } from '../../src/domain/region/region.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import type { Answer, Driver, Seen } from '../support/driver.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import type { Stage } from '../support/stages.ts'

const CAST = ['midori', 'sakura', 'riku']
const SERIES = ['renrakukai', 'gsv-kita', 'chosei']

const seen = (answer: Answer): Seen => {
  if (answer.kind !== 'message') throw new Error(`a message was expected: ${JSON.stringify(answer)}`)
  return answer.seen
}

/** The sample region with three people who can be reached, its liaison meeting and one GSV. */
const smallRegion = async (stage: Stage): Promise<Region> => {
  const region = stage.connect(await sampleRegion(), stage.workspace)
  return {
    ...region,
    members: region.members.map((one) => (CAST.includes(one.id) ? one : { ...one, accounts: [] })),
    series: region.series.filter(({ id }) => SERIES.includes(id)),
    bodies: region.bodies.map((body) =>
      body.id === 'chosei' ? { ...body, members: CAST.map((member) => ({ member })) } : body,
    ),
  }
}

type At = { product: Product; driver: Driver; stage: Stage }

const begin = async (stage: Stage): Promise<At> => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = await smallRegion(stage)
  await product.load(region)
  const { platform, driver } = await stage.start({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users: region.members.map(({ id }) => stage.user(id)),
    channels: region.bodies.map(({ id }) => ({
      id: stage.channel(id),
      isPrivate: true,
      members: CAST.map(stage.user),
    })),
  })
  product.join(platform)
  return { product, driver, stage }
}

/** What was said to somebody that holds these words, the newest last. */
const told = async ({ driver, stage }: At, member: string, words: string): Promise<Seen[]> =>
  (await driver.inDirect(stage.user(member))).filter(({ text }) => text.includes(words))

const toldLast = async (at: At, member: string, words: string): Promise<Seen> => {
  const last = (await told(at, member, words)).at(-1)
  if (!last) throw new Error(`${member} was not told of ${words}`)
  return last
}

/** A summary with a telephone number comes back as it was typed; without one it is on the draft. */
const aSummary = async ({ driver, stage }: At): Promise<void> => {
  const sakura = stage.user('sakura')
  await driver.types(sakura, '/case register')
  const plan = { code: 'S-0902', kind: 'new', validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6' }
  expect(seen(await driver.fills(sakura, plan)).text).toContain('S-0902 を登録しました')
  await driver.types(sakura, '/summary submit S-0902')
  const texts = {
    assessment: '朝起きられず、仕事を休みがち。<@everyone> *太字* `一行`',
    wishes: '働きつづけたい。👩‍🦽 で通う。',
    policy: '朝の支度を一緒に整える。\n二行目も、そのまま。',
    content: '居宅介護 週2回。',
  }
  const refused = await driver.fills(sakura, { ...texts, content: '電話090-1234-5678' })
  if (refused.kind !== 'form') throw new Error('a summary with a phone number was taken')
  const held = Object.fromEntries(refused.fields.map(({ name, value }) => [name, value]))
  expect(held).toMatchObject({ ...texts, content: '電話090-1234-5678' })
  const faulty = refused.fields.find(({ fault }) => fault !== undefined)
  expect(faulty).toMatchObject({ name: 'content', fault: expect.stringContaining('電話番号') })
  expect(seen(await driver.fills(sakura, { content: texts.content })).text).toContain('概要を提出しました')
  const draft = seen(await driver.types(stage.user('midori'), '/agenda preview'))
  expect(draft.text).toContain('S-0902')
}

/** Asked, answered by three, decided by itself on the day all can. */
const aPoll = async (at: At): Promise<void> => {
  const { product, driver, stage } = at
  const midori = stage.user('midori')
  expect(await driver.types(midori, '/meeting find chosei')).toMatchObject({ kind: 'form' })
  const form = {
    title: '拠点の打ち合わせ',
    minutes: '90',
    from: '2026-06-15',
    to: '2026-06-19',
    deadline: '2026-06-03',
    required: ['midori', 'sakura'],
    itself: 'yes',
  }
  const draft = seen(await driver.fills(midori, form))
  expect(seen(await driver.presses(midori, 'この候補で聞く', draft)).text).toContain('3人に聞いています')
  await product.until(tokyo('2026-06-01T11:00'))
  for (const member of CAST) {
    const poll = await toldLast(at, member, '日程調整のお願い')
    const asked = await driver.presses(stage.user(member), '回答する', poll)
    if (asked.kind !== 'form') throw new Error(`${member} got no form`)
    const marks = Object.fromEntries(
      asked.fields.map(({ name }, day) => [name, day === 1 ? 'yes' : member === 'sakura' ? 'no' : 'yes']),
    )
    expect(seen(await driver.fills(stage.user(member), marks)).text).toContain('答えを受け取りました')
  }
  await product.until(tokyo('2026-06-04T12:00'))
  for (const member of CAST) {
    const decided = await told(at, member, '拠点の打ち合わせは')
    expect(decided, member).toHaveLength(1)
    expect(decided[0]?.text).toContain('欠かせない方2人のうち ◯2人、△0人、✕0人')
  }
}

/** Who offers a case presents; the groups are looked at from the morning's message, and confirmed to the channel. */
const aGsv = async (at: At): Promise<void> => {
  const { product, driver, stage } = at
  const sakura = stage.user('sakura')
  const form = await driver.types(sakura, '/gsv offer')
  expect(form).toMatchObject({ kind: 'form', title: 'GSVに事例を出す' })
  const offered = seen(await driver.fills(sakura, { pattern: 'supporter', case: 'S-0902' }))
  expect(offered.text).toContain('6月11日（木） GSV北で事例を出していただきます')
  const midori = stage.user('midori')
  const groups = seen(await driver.types(midori, '/gsv groups'))
  expect(groups.text).toContain('架空 さくら')
  await driver.presses(midori, '決める', groups)
  await product.until(tokyo('2026-06-04T16:00'))
  const posted = await driver.inChannel(stage.channel('gsv-kita'))
  expect(posted.map(({ text }) => text).join()).toContain('グループ1')
}

/** Every button of a morning's message leads somewhere; what it asks for is done from it. */
const aDigest = async (at: At): Promise<void> => {
  const { product, driver, stage } = at
  const riku = stage.user('riku')
  await driver.types(riku, '/case register')
  const plan = { code: 'S-0901', kind: 'renewal', validFrom: 'R8.4.1', validTo: 'R9.3.31' }
  await driver.fills(riku, { ...plan, monitoring: '1月ごと(R8.4~R9.3)' })
  await product.until(tokyo('2026-06-10T12:00'))
  const broken = catalogues.ja.answers.bug.heading
  for (const member of CAST) {
    const digest = await toldLast(at, member, '6月10日（水）のお知らせ')
    expect(digest.buttons, member).not.toEqual([])
    for (const label of new Set(digest.buttons.map((one) => one.label))) {
      const answer = await driver.presses(stage.user(member), label, digest)
      expect(answer.kind, `${member} ${label}`).not.toBe('nothing')
      if (answer.kind === 'message') expect(answer.seen.text).not.toContain(broken)
    }
  }
  const digest = await toldLast(at, 'riku', '6月10日（水）のお知らせ')
  await driver.presses(riku, '記録する', await toldLast(at, 'riku', 'S-0901　令和8年4月分'))
  const recorded = seen(await driver.fills(riku, { doneOn: '2026-06-10', outcome: 'as_planned' }))
  expect(recorded.text).toContain('S-0901 の令和8年')
  await driver.presses(riku, '出欠を知らせる', digest)
  expect(seen(await driver.fills(riku, { answer: 'online' })).text).toContain('オンライン')
}

/** The everyday of three people over ten days: on every platform alike. */
export const everyday = async (stage: Stage): Promise<void> => {
  const at = await begin(stage)
  await aSummary(at)
  await aPoll(at)
  await aGsv(at)
  await aDigest(at)
}
