import { expect, test } from 'vitest'
import type { Answer, Driver, Seen } from '../support/driver.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { discordStage, type Stage, slackStage } from '../support/stages.ts'

const EIGHT = ['midori', 'daichi', 'nagisa', 'sakura', 'haruto', 'himari', 'sota', 'riku']
const ON_SLACK = EIGHT.slice(0, 4)
const SILENT = ['nagisa', 'riku']

const seen = (answer: Answer): Seen => {
  if (answer.kind !== 'message') throw new Error(JSON.stringify(answer))
  return answer.seen
}

test('a poll of eight over Slack and Discord, two of them silent, ends with the right day', async () => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const stages = { slack: slackStage('http'), discord: discordStage() }
  const stageOf = (id: string): Stage => stages[ON_SLACK.includes(id) ? 'slack' : 'discord']
  const sample = await sampleRegion()
  const platformOf = (id: string) => (ON_SLACK.includes(id) ? ('slack' as const) : ('discord' as const))
  const region = {
    ...sample,
    workspaces: (['slack', 'discord'] as const).map((platform) => ({
      platform,
      id: stages[platform].workspace,
    })),
    members: sample.members.map((member) => ({
      ...member,
      accounts: EIGHT.includes(member.id)
        ? [
            {
              platform: platformOf(member.id),
              workspace: stageOf(member.id).workspace,
              user: stageOf(member.id).user(member.id),
            },
          ]
        : [],
    })),
    bodies: sample.bodies.map((body) =>
      body.id === 'chosei' ? { ...body, members: EIGHT.map((member) => ({ member })) } : body,
    ),
  }
  await product.load(region)
  const drivers = new Map<string, Driver>()
  for (const stage of Object.values(stages)) {
    const users = EIGHT.filter((id) => stageOf(id) === stage).map(stage.user)
    const started = await stage.start({
      dispatch: product.dispatch,
      commands: product.registry.views,
      users,
      channels: [],
    })
    product.join(started.platform)
    drivers.set(started.platform.name, started.driver)
  }
  const at = (id: string) => {
    const driver = drivers.get(platformOf(id))
    if (!driver) throw new Error(id)
    return { driver, user: stageOf(id).user(id) }
  }
  const direct = (id: string) => at(id).driver.inDirect(at(id).user)
  const told = async (id: string, words: string) =>
    (await direct(id)).filter(({ text }) => text.includes(words))

  const { driver, user } = at('midori')
  await driver.types(user, '/meeting find chosei')
  const form = {
    title: '拠点の打ち合わせ',
    meets: 'meeting',
    minutes: '90',
    from: '2026-06-15',
    to: '2026-06-26',
    deadline: '2026-06-10',
    required: ['midori', 'sakura'],
    itself: 'yes',
  }
  const draft = seen(await driver.fills(user, form))
  const asked = seen(await driver.presses(user, 'この候補で聞く', draft))
  expect(asked.text).toContain('8人に聞いています')
  await product.until(tokyo('2026-06-01T11:00'))

  for (const id of EIGHT) {
    const [poll] = await told(id, '日程調整のお願い')
    if (!poll) throw new Error(`${id} was not asked`)
    if (SILENT.includes(id)) continue
    await at(id).driver.presses(at(id).user, '回答する', poll)
    // Most could come on the first day, but a required person cannot.
    const marks = { day1: id === 'sakura' ? 'no' : 'yes', day2: id === 'haruto' ? 'no' : 'yes' }
    const rest = { day3: 'if_needed', day4: 'no', day5: 'no', day6: 'no' }
    const said = seen(await at(id).driver.fills(at(id).user, { ...marks, ...rest }))
    expect(said.text).toContain('答えを受け取りました')
  }

  await product.until(tokyo('2026-06-10T12:00'))
  for (const id of EIGHT)
    expect(await told(id, '日程調整の答えをお待ちしています')).toHaveLength(SILENT.includes(id) ? 3 : 0)
  expect((await told('midori', '未回答2人')).length).toBe(3)

  await product.until(tokyo('2026-06-11T12:00'))
  for (const id of EIGHT) {
    const decided = await told(id, '拠点の打ち合わせは')
    expect(decided, id).toHaveLength(1)
    expect(decided[0]?.text).toContain('6月17日')
    expect(decided[0]?.text).toContain('欠かせない方2人のうち ◯2人、△0人、✕0人')
  }
  const listed = seen(await driver.types(user, '/meeting list')).text
  expect(listed).toMatch(/6月17日[^\n]*拠点の打ち合わせ/)
})
