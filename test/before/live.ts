import type { FormValues } from '../../src/bot/form.ts'
import type { Press } from '../../src/bot/press.ts'
import { ON_CALL, readersIn } from '../golden/everyday.ts'
import { inOrder, type Recorder, recorder, recordingPlatform } from '../golden/recorder.ts'
import { wallClock } from '../golden/time.ts'
import { type Walk, walk } from '../golden/walk.ts'
import { meetingOn, submitSixSections } from '../support/meetings.ts'
import { people, saidIn } from '../support/people.ts'
import { type Product, sampleRegion, tokyo } from '../support/product.ts'

export type Region = Awaited<ReturnType<typeof sampleRegion>>
export const SLACK = { platform: 'slack', workspace: 'T1' } as const
export const DISCORD = { platform: 'discord', workspace: '900000000000000001' } as const
export const CAST = ['sakura', 'midori', 'yukari', 'iin-01', 'riku']
/** When the backup is made: a meeting goes on, tomorrow's agenda is out. */
export const LEFT_AT = '2026-06-16T11:00'

const SERIES = ['renrakukai', 'gsv-kita', 'chosei']
/** Commands that end what others need. */
const ENDING = new Set([
  ...['cancel', 'withdraw', 'move'].map((verb) => `meeting.${verb}`),
  ...['assign', 'close', 'suspend'].map((verb) => `case.${verb}`),
  ...['region', 'body', 'series', 'members', 'people', 'unlink', 'notify'].map((verb) => `tsunagi.${verb}`),
  ...['plan.remove', 'calendar.revoke', 'minutes.approve', 'rota.answer', 'summary.agree', 'agenda.publish'],
])

/** Everybody has an account in a workspace of Slack and in a server of Discord; one meets on the day of the backup. */
export const connected = async (): Promise<Region> => {
  const region = await sampleRegion()
  return {
    ...region,
    workspaces: [
      { platform: 'slack', id: SLACK.workspace, name: '見本の連絡' },
      { platform: 'discord', id: DISCORD.workspace, name: '見本の広場' },
      { platform: 'slack', id: 'T2', name: '前の連絡' },
    ],
    series: region.series
      .filter(({ id }) => SERIES.includes(id))
      .map((one) =>
        one.id === 'chosei' ? { ...one, rule: 'FREQ=MONTHLY;BYDAY=3TU', time: TEN_THIRTY } : one,
      ),
    rotas: [...region.rotas, ON_CALL],
    members: region.members.map((member, at) => {
      const both = [
        { ...SLACK, user: `U-${member.id}` },
        { ...DISCORD, user: `D-${member.id}` },
      ]
      return { ...member, accounts: at % 2 === 0 ? both : both.toReversed() }
    }),
    bodies: region.bodies.map((body) => ({
      ...body,
      channels: [
        { ...SLACK, channel: `C-${body.id}` },
        { ...DISCORD, channel: `7-${body.id}` },
      ],
    })),
  }
}
const TEN_THIRTY = Temporal.PlainTime.from('10:30')

/** Both chats, on which everything arrives. */
export const chats = (product: Product, region: Region) =>
  [
    { name: SLACK.platform, prefix: 'U-' },
    { name: DISCORD.platform, prefix: 'D-' },
  ].map(({ name, prefix }) => {
    const names = region.members.map(({ id, name: named }) => ({ user: `${prefix}${id}`, name: named }))
    const readers = (channel: string) => ({
      members: readersIn(region)(channel.slice(2)).members.map((id) => `${prefix}${id}`),
    })
    const chat = recordingPlatform(name, () => wallClock(product), readers, names)
    product.join(chat.platform)
    return chat.arrived
  })

export type Draft = { user: string; press: Press; values: FormValues }
export type Lived = { went: Walk; record: Recorder; drafts: Draft[]; meeting: string }

/** Lives up to `LEFT_AT` through the one door: something of everything is on its way then. */
export const live = async (product: Product): Promise<Lived> => {
  const region = await connected()
  await product.load(region)
  const record = recorder()
  const account = (user: string) => ({ platform: 'practice' as const, workspace: region.id, user })
  const went = walk(product, account, CAST, record, 'ja')
  const arrivals = chats(product, region)
  const until = async (local: string): Promise<void> => {
    await product.until(tokyo(local))
    for (const { user, card } of inOrder(arrivals.flatMap((arrived) => arrived.splice(0)))) {
      const member = user?.slice(2) ?? 'midori'
      if (CAST.includes(member)) went.see(member, card)
    }
  }
  const at = people(product)
  await submitSixSections(at)
  await went.round(ENDING)
  await until('2026-06-10T12:00')
  await went.round(ENDING, ['gsv', 'handover'])
  await until('2026-06-11T13:35')
  await went.round(ENDING, ['meeting'])
  await went.again('meeting.step meeting= do=end at=')
  await until('2026-06-11T16:00')
  await went.round(ENDING, ['minutes', 'gsv', 'followup'])
  await until('2026-06-15T10:00')
  const july = await meetingOn(product, region, '2026-07-15')
  await at.submits('midori', 'meeting.move', { meeting: july }, MOVED)
  const drafted = saidIn(await at.submits('midori', 'meeting.find', { body: 'chosei' }, POLL))
  const [, poll = ''] = /"poll":"([^"]+)"/.exec(drafted) ?? []
  await at.presses('midori', 'meeting.ask', { poll })
  await went.round(ENDING, ['meeting', 'visit', 'rota', 'handover', 'case', 'leave'])
  await until('2026-06-16T10:35')
  await went.round(ENDING, ['meeting', 'agenda', 'tsunagi'])
  await product.workspaceLeft('slack', 'T2')
  const stranger = { account: { ...SLACK, user: 'U-NEW' }, event: 'new', name: '画面の さくら' }
  await product.dispatch({ kind: 'words', words: 'case list', ...stranger })
  await until(LEFT_AT)
  const meeting = await meetingOn(product, region, '2026-06-17')
  return { went, record, drafts: await leaveDrafts(went, record), meeting }
}

const MOVED = { date: '2026-07-22', time: '15:00', reach: 'one', keep: 'no' }
const POLL = {
  title: '移動の打ち合わせ',
  meets: 'meeting',
  minutes: '90',
  from: '2026-06-24',
  to: '2026-06-30',
  deadline: '2026-06-22',
  required: ['midori', 'sakura'],
  itself: 'yes',
}
const TYPED = '書きかけのことば。'

/** In every form that keeps what is typed, by the first of the cast who may open it. */
const leaveDrafts = async (went: Walk, { forms }: Recorder): Promise<Draft[]> => {
  const drafts: Draft[] = []
  for (const { press } of forms.values())
    for (const user of CAST) {
      const opened = await went.does(user, { kind: 'run', press })
      if (opened.kind !== 'form') continue
      const longer = opened.form.fields.filter(({ kind }) => kind === 'long-text')
      if (longer.length === 0) break
      const values = Object.fromEntries(longer.map(({ name }) => [name, TYPED]))
      await went.does(user, { kind: 'keep', press: opened.form.press, values })
      drafts.push({ user, press: opened.form.press, values })
      break
    }
  return drafts
}
