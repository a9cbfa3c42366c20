import { expect, test } from 'vitest'
import type { Answer, Seen } from '../support/driver.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { discordStage, practiceStage, type Stage, slackStage } from '../support/stages.ts'

const THREE = ['midori', 'sakura', 'haruto']

const seen = (answer: Answer): Seen => {
  if (answer.kind !== 'message') throw new Error(JSON.stringify(answer))
  return answer.seen
}

test.each<[string, () => Stage]>([
  ['the practice workspace', practiceStage],
  ['Slack over HTTP', () => slackStage('http')],
  ['Slack over a socket', () => slackStage('socket')],
  ['Discord', discordStage],
])('in %s こども部会 finds its day, which no rule of its own gives it', async (_, stageOf) => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const stage = stageOf()
  const sample = await sampleRegion()
  const bodies = sample.bodies.map((body) =>
    body.id === 'bukai-kodomo' ? { ...body, members: THREE.map((member) => ({ member })) } : body,
  )
  await product.load(stage.connect({ ...sample, bodies }, stage.workspace))
  const { platform, driver } = await stage.start({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users: THREE.map(stage.user),
    channels: [],
  })
  product.join(platform)
  const midori = stage.user('midori')

  await driver.types(midori, '/meeting find bukai-kodomo')
  const form = { title: '今年のテーマ', from: '2026-06-15', to: '2026-06-15', deadline: '2026-06-10' }
  const draft = seen(await driver.fills(midori, { ...form, required: ['midori'] }))
  expect(draft.text).toContain('ふだんの会議')
  await driver.presses(midori, '日を足す', draft)
  const twice = await driver.fills(midori, { date: '2026-06-15', half: 'afternoon', time: '14時' })
  if (twice.kind !== 'form') throw new Error('the same day was taken twice')
  expect(twice.fields.find(({ fault }) => fault !== undefined)).toMatchObject({ name: 'time', value: '14時' })
  await driver.fills(midori, { date: '2026-06-16', half: 'morning', time: '' })
  const listed = seen(await driver.types(midori, '/meeting poll'))
  const both = seen(await driver.presses(midori, 'みんなの答えを見る', listed))
  expect(both.text).toContain('6月16日（火）10:00')
  await driver.presses(midori, 'この候補で聞く', both)
  await product.until(tokyo('2026-06-01T11:00'))

  for (const member of THREE) {
    const user = stage.user(member)
    const [poll] = (await driver.inDirect(user)).filter(({ text }) => text.includes('日程調整のお願い'))
    if (!poll) throw new Error(`${member} was not asked`)
    await driver.presses(user, '回答する', poll)
    await driver.fills(user, { day1: 'no', day2: 'yes' })
  }
  const choice = seen(await driver.types(midori, '/meeting decide'))
  expect(choice.text).toContain('案は 6月16日')
  const decided = seen(await driver.presses(midori, '案の日に決める', choice))
  expect(decided.text).toContain('6月16日（火）10:00 に決まりました')

  await product.until(tokyo('2026-06-15T12:00'))
  for (const member of THREE) {
    const told = (await driver.inDirect(stage.user(member))).map(({ text }) => text).join('\n')
    expect(told, member).toMatch(/今年のテーマ/)
  }
  const sakura = stage.user('sakura')
  expect(seen(await driver.types(sakura, '/meeting list')).text).toMatch(/6月16日[^\n]*今年のテーマ/)
})
