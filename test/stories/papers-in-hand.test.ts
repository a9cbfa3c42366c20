import { expect, test, vi } from 'vitest'
import { sessionsOf } from '../../src/store/gsv/gsv-sessions.ts'
import type { Answer, Seen } from '../support/driver.ts'
import { meetingOn } from '../support/meetings.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { discordStage, practiceStage, type Stage, slackStage } from '../support/stages.ts'

const SERIES = ['renrakukai', 'gsv-kita']
const IN_CHANNEL = ['midori', 'sakura', 'riku']

const seen = (answer: Answer): Seen => {
  if (answer.kind !== 'message') throw new Error(JSON.stringify(answer))
  return answer.seen
}

/** 6月: GSV北 is on the 11th, its pre-meeting on the 8th; the liaison meeting on the 17th, its agenda out on the 16th. */
test.each<[string, () => Stage]>([
  ['the practice workspace', practiceStage],
  ['Slack over HTTP', () => slackStage('http')],
  ['Slack over a socket', () => slackStage('socket')],
  ['Discord', discordStage],
])('in %s a pre-meeting is said to be held, and an agenda taken along as a file', async (_, stageOf) => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const stage = stageOf()
  const sample = await sampleRegion()
  const series = sample.series.filter(({ id }) => SERIES.includes(id))
  const region = stage.connect({ ...sample, series }, stage.workspace)
  await product.load(region)
  /** The files that people were given, in their order. */
  const given: string[] = []
  const { platform, driver } = await stage.start({
    dispatch: async (interaction) => {
      const reply = await product.dispatch(interaction)
      if (reply.kind === 'card') given.push(...(reply.files ?? []).map(({ name }) => name))
      return reply
    },
    commands: product.registry.views,
    users: region.members.map(({ id }) => stage.user(id)),
    channels: region.bodies.map(({ id }) => ({
      id: stage.channel(id),
      isPrivate: true,
      members: IN_CHANNEL.map(stage.user),
    })),
  })
  product.join(platform)
  const [midori, sakura, riku] = IN_CHANNEL.map(stage.user) as [string, string, string]

  await driver.types(sakura, '/gsv offer')
  await driver.fills(sakura, { pattern: 'supporter', case: '' })
  await driver.presses(midori, '決める', seen(await driver.types(midori, '/gsv groups')))
  const gsv = await meetingOn(product, region, '2026-06-11')
  const [session] = await product.database.inRegion(region.id, (scope) => sessionsOf(scope, [gsv]))
  const leader = stage.user(session?.groups[0]?.facilitatorId ?? '')
  await product.until(tokyo('2026-06-08T12:00'))
  const morning = (await driver.inDirect(leader)).find(({ text }) => text.includes('は済みましたか'))
  if (!morning) throw new Error('who leads was not asked')
  const said = seen(await driver.presses(leader, '済み', morning))
  expect(said.text).toContain('架空 さくらさんとの事前打合せを、6月8日（月）に済み')
  await driver.presses(leader, '日を変える', said)
  const moved = seen(await driver.fills(leader, { on: '2026-06-10' }))
  expect(moved.text).toContain('事前打合せを、6月10日（水）にしました')

  await product.until(tokyo('2026-06-16T12:00'))
  const [agenda] = await driver.inChannel(stage.channel('renrakukai'))
  if (!agenda) throw new Error('no agenda')
  const all = ['docx', 'pdf', 'txt'].map((ending) => `agenda-2026-06-17.${ending}`)
  // A file that follows an answer may be seen as the next one's: wait for what was really given.
  for (const [at, label] of ['Word', 'PDF', 'テキスト'].entries()) {
    await driver.presses(riku, label, agenda)
    await vi.waitFor(() => expect(given).toEqual(all.slice(0, at + 1)))
  }
  await driver.types(riku, '/agenda export 6月17日')
  await vi.waitFor(() => expect(given).toEqual([...all, ...all]))
})
