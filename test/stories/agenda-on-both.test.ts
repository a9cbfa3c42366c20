import { expect, test } from 'vitest'
import { people } from '../support/people.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { discordStage, slackStage } from '../support/stages.ts'

const LIAISON = 'renrakukai'
const PRESENT = ['midori', 'sakura', 'riku', 'haruto']
const isOn =
  (workspace: string) =>
  (account: { workspace: string }): boolean =>
    account.workspace === workspace

test('one meeting, half of it on Slack and half on Discord: the same agenda in both channels, changed in both', async () => {
  const product = await startProduct(tokyo('2026-06-08T10:00'))
  const stages = { slack: slackStage('http'), discord: discordStage() }
  const [onSlack, onDiscord] = [stages.slack, stages.discord]
  const sample = onlyLiaison(await sampleRegion())
  const slack = onSlack.connect(sample, onSlack.workspace)
  const discord = onDiscord.connect(sample, onDiscord.workspace)
  const region = {
    ...sample,
    workspaces: [...slack.workspaces, ...discord.workspaces],
    members: sample.members.map((member, at) => ({
      ...member,
      accounts: (at % 2 === 0 ? slack : discord).members.find(({ id }) => id === member.id)?.accounts ?? [],
    })),
    bodies: sample.bodies.map((body) => ({
      ...body,
      channels: [slack, discord].flatMap(
        ({ bodies }) => bodies.find(({ id }) => id === body.id)?.channels ?? [],
      ),
    })),
  }
  await product.load(region)
  const read: (() => Promise<string[]>)[] = []
  for (const stage of Object.values(stages)) {
    const { platform, driver } = await stage.start({
      dispatch: product.dispatch,
      commands: product.registry.views,
      users: region.members.map(({ id }) => stage.user(id)),
      channels: region.bodies.map(({ id }) => ({
        id: stage.channel(id),
        isPrivate: true,
        members: region.members
          .filter(({ id, accounts }) => PRESENT.includes(id) && accounts.some(isOn(stage.workspace)))
          .map(({ id }) => stage.user(id)),
      })),
    })
    product.join(platform)
    read.push(async () => (await driver.inChannel(stage.channel(LIAISON))).map(({ text }) => text))
  }
  const at = people(product)
  const plan = { validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6月ごと(R8.11~R9.5)' }
  await at.submits('sakura', 'case.register', {}, { code: 'S-0900', kind: 'new', ...plan })
  const summary = { assessment: 'ひ', wishes: 'み', policy: 'つ', content: 'だ' }
  await at.submits('sakura', 'summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...summary })

  await product.until(tokyo('2026-06-16T12:00'))
  for (const posts of read) {
    const [agenda, ...others] = await posts()
    expect(others).toEqual([])
    expect(agenda).toContain('新規プラン')
    expect(agenda).toContain('S-0900')
  }

  const history = JSON.stringify(await at.types('midori', 'agenda history'))
  const meeting = /"meeting":"([0-9a-f-]{36})"/.exec(history)?.[1] ?? ''
  const shown = JSON.stringify(await at.presses('midori', 'agenda.show', { meeting }))
  const item = /"value":"([0-9a-f-]{36})"/.exec(shown)?.[1] ?? ''
  await at.submits('midori', 'agenda.edit', { summary: item }, { minutes: '11', held: 'no' })
  await product.until(tokyo('2026-06-16T12:10'))
  for (const posts of read) {
    const [agenda, ...others] = await posts()
    expect(others).toEqual([])
    expect(agenda).toContain('11分')
  }
})
