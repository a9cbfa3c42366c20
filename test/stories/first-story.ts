import { expect } from 'vitest'
import type { Answer, Seen } from '../support/driver.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'
import type { Stage } from '../support/stages.ts'

const seen = (answer: Answer): Seen => {
  if (answer.kind !== 'message') throw new Error(`a message was expected: ${JSON.stringify(answer)}`)
  return answer.seen
}

const onlyOne = <T>(found: T[]): T => {
  expect(found).toHaveLength(1)
  return found[0] as T
}

/**
 * The story the bot exists for: a specialist registers a case and submits its summary, is told the monitoring deadline
 * and records it, the coordinator sees the draft, and the council's channel gets the agenda.
 */
export const firstStory = async (stage: Stage): Promise<void> => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  const region = stage.connect(await sampleRegion(), stage.workspace)
  await product.load(region)
  const { platform, driver } = await stage.start({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users: region.members.map(({ id }) => stage.user(id)),
    channels: region.bodies.map(({ id }) => ({
      id: stage.channel(id),
      isPrivate: true,
      members: ['midori', 'sakura', 'riku'].map(stage.user),
    })),
  })
  product.join(platform)
  const specialist = stage.user('sakura')
  const coordinator = stage.user('midori')

  await driver.types(specialist, '/case register')
  const plan = {
    code: 'S-0900',
    kind: 'new',
    validFrom: 'R8.4.1',
    validTo: 'R9.3.31',
    monitoring: '6月ごと(R8.9~R9.3)',
  }
  const refused = await driver.fills(specialist, { ...plan, validTo: 'R8.3.31' })
  expect(refused).toMatchObject({ kind: 'form' })
  const registered = seen(await driver.fills(specialist, plan))
  expect(registered.text).toContain('S-0900 を登録しました')
  expect(registered.text).toContain('令和8年9月')

  await driver.types(specialist, '/summary submit S-0900')
  const summary = {
    assessment: '一人暮らしを始めて半年。朝起きられず、仕事を休みがち。',
    wishes: '働きつづけたい。相談できる人がほしい。',
    policy: '朝の支度を一緒に整え、休まず通える日を増やす。',
    content: '居宅介護 週2回、就労継続支援B型 週4日。',
  }
  const withPhone = await driver.fills(specialist, {
    ...summary,
    content: `${summary.content} 電話090-1234-5678`,
  })
  if (withPhone.kind !== 'form') throw new Error('a summary with a phone number was taken')
  expect(JSON.stringify(withPhone)).toContain('電話番号')
  expect(JSON.stringify(withPhone)).toContain(summary.assessment)
  expect(seen(await driver.fills(specialist, summary)).text).toContain('S-0900 の概要を提出しました')

  await product.until(tokyo('2026-04-10T12:00'))
  const draft = onlyOne((await driver.inDirect(coordinator)).filter(({ text }) => text.includes('【案】')))
  expect(draft.text).toContain('第1回 指定特定相談支援事業所連絡会')
  expect(draft.text).toContain('S-0900')

  await product.until(tokyo('2026-04-14T12:00'))
  const agenda = onlyOne(
    (await driver.inChannel(stage.channel('renrakukai'))).filter(({ text }) => text.includes('次第')),
  )
  expect(agenda.text).toContain('令和8年度 第1回 指定特定相談支援事業所連絡会 次第')
  expect(agenda.text).toMatch(
    /1 *　受理判断[\s\S]*なし[\s\S]*2 *　新規・変更・更新のプラン検討[\s\S]*14:00[\s\S]*S-0900/,
  )
  expect(agenda.text).toMatch(/6 *　連絡事項/)
  expect(agenda.text).not.toContain(summary.wishes)

  await product.until(tokyo('2026-09-01T12:00'))
  const digest = onlyOne(
    (await driver.inDirect(specialist)).filter(({ text }) => text.includes('今月のモニタリング')),
  )
  expect(digest.text).toContain('S-0900　令和8年9月分')
  await driver.presses(specialist, '記録する', digest)
  const recorded = seen(await driver.fills(specialist, { doneOn: '2026-09-01', outcome: 'as_planned' }))
  expect(recorded.text).toContain('S-0900 の令和8年9月分を記録しました')

  await product.until(tokyo('2026-10-02T12:00'))
  const told = (await driver.inDirect(specialist)).filter(({ text }) => text.includes('令和8年9月分'))
  expect(told).toHaveLength(1)
}
