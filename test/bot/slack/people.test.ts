import { expect, test } from 'vitest'
import type { Interaction } from '../../../src/bot/port.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../../support/product.ts'
import { pressable, startSlackDriver } from '../../support/slack-driver.ts'
import { slackStage } from '../../support/stages.ts'
import { HALL, say, stage, toAsker } from './stage.ts'

const LANGUAGES: [string, Interaction['language']][] = [
  ['ja-JP', 'ja'],
  ['en-GB', 'en'],
  ['fr-FR', undefined],
]
test.each(LANGUAGES)('whose Slack is in %s is answered in %s', async (locale, language) => {
  const { driver, heard } = await stage('http', () => toAsker(say('はい')), { locales: { U0SORA: locale } })
  await driver.types('U0SORA', '/case list', HALL)
  expect(heard[0]?.language).toBe(language)
})

test('people are asked after once an hour; while Slack does not say, they are answered all the same', async () => {
  const { fake, driver, heard } = await stage('http', () => toAsker(say(`答え${heard.length}`)))
  fake.misbehave('users.info', { does: 'fails', status: 503 })
  await driver.types('U0SORA', '/case list', HALL)
  await driver.types('U0SORA', '/case list', HALL)
  await driver.types('U0SORA', '/case list', HALL)
  expect(heard.map(({ language }) => language)).toEqual([undefined, 'ja', 'ja'])
  expect(fake.requests.filter(({ method }) => method === 'users.info')).toHaveLength(2)
})

/** The sample region on Slack, with a guest who is nobody's. */
const region = async () => {
  const product = await startProduct(tokyo('2026-09-09T10:00'))
  const platform = slackStage('http')
  await product.load(platform.connect(onlyLiaison(await sampleRegion()), platform.workspace))
  const everybody = ['midori', 'sakura', 'riku', 'guest'].map(platform.user)
  const slack = await startSlackDriver('http')({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users: everybody,
    channels: [{ id: HALL, isPrivate: true, members: everybody }],
  })
  product.join(slack.platform)
  return { product, ...slack, user: platform.user }
}

test('a stranger, or a colleague, who presses somebody else’s button is refused politely, and nothing happens', async () => {
  const { product, fake, user } = await region()
  const at = people(product)
  const plan = { validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6月ごと(R8.9~R9.3)' }
  await at.submits('sakura', 'case.register', {}, { code: 'S-0900', kind: 'new', ...plan })
  await fake.deliver(fake.homeOpened(user('sakura')))
  const page = await fake.until(() => fake.views.get(`HOME-${user('sakura')}`))
  const record = pressable(page.blocks).find(({ element }) => element.value?.startsWith('monitoring.done'))
  if (!record) throw new Error('no button')
  const said = async (member: string) => {
    await fake.deliver(fake.press(user(member), { ...record, view: page }))
    const modal = await fake.until(() =>
      [...fake.views.values()].find(
        ({ type, user: of, blocks }) =>
          type === 'modal' && of === user(member) && !JSON.stringify(blocks).includes('開いています'),
      ),
    )
    return { text: JSON.stringify(modal.blocks), form: modal.callback_id === 'form' }
  }
  expect(await said('guest')).toMatchObject({
    text: expect.stringContaining('あなたがどなたか、まだわかりません'),
    form: false,
  })
  expect(await said('riku')).toMatchObject({
    text: expect.stringContaining('そのモニタリング月は見つからないか、いまはほかの方の担当です'),
    form: false,
  })
  expect(await said('sakura')).toMatchObject({ form: true })
  expect(saidIn(await at.types('sakura', 'monitoring due'))).toContain('S-0900')
})
