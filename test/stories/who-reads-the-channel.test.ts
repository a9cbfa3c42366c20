import { describe, expect, test } from 'vitest'
import { people } from '../support/people.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { discordStage, type Stage, slackStage } from '../support/stages.ts'

type Channel = { id: string; isPrivate: boolean; members: string[]; isShared?: boolean }

const begin = async (stage: Stage) => {
  const product = await startProduct(tokyo('2026-06-08T10:00'))
  const region = stage.connect(onlyLiaison(await sampleRegion()), stage.workspace)
  await product.load(region)
  const channels: Channel[] = region.bodies.map(({ id }) => ({
    id: stage.channel(id),
    isPrivate: true,
    members: ['midori', 'sakura', 'riku'].map(stage.user),
  }))
  const users = [...region.members.map(({ id }) => id), 'guest'].map(stage.user)
  const { platform, driver } = await stage.start({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users,
    channels,
  })
  product.join(platform)
  const at = people(product)
  const plan = { validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6月ごと(R8.11~R9.5)' }
  await at.submits('sakura', 'case.register', {}, { code: 'S-0900', kind: 'new', ...plan })
  const summary = { assessment: 'ひ', wishes: 'み', policy: 'つ', content: 'だ' }
  await at.submits('sakura', 'summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...summary })
  const council = stage.channel('renrakukai')
  const channel = channels.find(({ id }) => id === council)
  if (!channel) throw new Error('no channel')
  const posts = async () => (await driver.inChannel(council)).map(({ text }) => text)
  const told = async () =>
    (await driver.inDirect(stage.user('midori'))).filter(({ text }) => text.includes('公開できませんでした'))
  return { product, driver, stage, channel, posts, told }
}
type Begun = Awaited<ReturnType<typeof begin>>

const OBSTACLES: [string, (begun: Begun) => void, RegExp][] = [
  [
    'a channel made public',
    ({ channel }) => {
      channel.isPrivate = false
    },
    /チャンネルが公開になっています/,
  ],
  [
    'a guest invited',
    ({ channel, stage }) => {
      channel.members.push(stage.user('guest'))
    },
    /登録のないアカウント/,
  ],
  [
    'a member who does not sit on the body',
    ({ channel, stage }) => {
      channel.members.push(stage.user('iin-01'))
    },
    /名簿にない方が1人、チャンネルに入っています（委員役 その一）/,
  ],
]
const SHARED: (typeof OBSTACLES)[number] = [
  'a Slack Connect share',
  ({ channel }) => {
    channel.isShared = true
  },
  /外部と共有されています/,
]

const PUBLISHED = tokyo('2026-06-16T12:00')

describe.each([
  ['Slack', () => slackStage('http'), [...OBSTACLES, SHARED]],
  ['Discord', discordStage, OBSTACLES],
] as const)('on %s', (_, stage, obstacles) => {
  test.each(obstacles)(
    '%s stops the agenda; the coordinator is told, and may post it without cases',
    async (_name, put, said) => {
      const begun = await begin(stage())
      put(begun)
      await begun.product.until(PUBLISHED)
      expect(await begun.posts()).toEqual([])
      const [withheld] = await begun.told()
      expect(withheld?.text).toMatch(said)
      if (!withheld) throw new Error('nobody was told')
      await begun.driver.presses(begun.stage.user('midori'), 'ケースの中身なしで公開する', withheld)
      await begun.product.until(tokyo('2026-06-16T12:10'))
      const [agenda] = await begun.posts()
      expect(agenda).toContain('新規プラン')
      expect(agenda).not.toContain('S-0900')
    },
  )

  test.each(obstacles)('%s after it was posted stops every later change of it', async (_name, put) => {
    const begun = await begin(stage())
    await begun.product.until(PUBLISHED)
    const before = await begun.posts()
    expect(before.join()).toContain('S-0900')
    put(begun)
    const at = people(begun.product)
    const draft = JSON.stringify(await at.types('midori', 'agenda history'))
    const meeting = /"meeting":"([0-9a-f-]{36})"/.exec(draft)?.[1] ?? ''
    const shown = JSON.stringify(await at.presses('midori', 'agenda.show', { meeting }))
    const item = /"value":"([0-9a-f-]{36})"/.exec(shown)?.[1] ?? ''
    await at.submits('midori', 'agenda.edit', { summary: item }, { minutes: '11', held: 'no' })
    await begun.product.until(tokyo('2026-06-16T12:10'))
    expect(await begun.posts()).toEqual(before)
    expect(await begun.told()).toHaveLength(1)
  })
})
