import type { Language } from '../../src/bot/port.ts'
import { submitSixSections } from '../support/meetings.ts'
import { people, saidIn } from '../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { sameIds } from './ids.ts'
import { inOrder, type Recorder, recorder, recordingPlatform } from './recorder.ts'
import { fiveMinutes, oneAfterAnother } from './time.ts'
import { walk } from './walk.ts'

type Region = Awaited<ReturnType<typeof sampleRegion>>

export const ON_CALL: Region['rotas'][number] = {
  id: 'denwa',
  name: '電話当番',
  kind: 'on_call',
  body: 'renrakukai',
  turn: 'week',
  lasts: 1,
  from: Temporal.PlainDate.from('2026-04-01'),
  order: [{ member: 'sakura' }, { member: 'riku' }],
}
const OVERDUE = {
  code: 'S-0100',
  kind: 'renewal',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '1月ごと(R8.4~R9.3)',
}
const SERIES = ['renrakukai', 'gsv-kita', 'chosei']
/** One of each role. */
const CAST = ['sakura', 'midori', 'yukari', 'iin-01', 'riku']

/** Commands that end what others need. */
const ENDING = new Set([
  'meeting.cancel',
  'meeting.withdraw',
  'meeting.move',
  'case.assign',
  'case.close',
  'case.suspend',
  'plan.remove',
  'calendar.revoke',
  'tsunagi.region',
  'tsunagi.body',
  'tsunagi.series',
])

const regionIn = async (language: Language): Promise<Region> => {
  const region = await sampleRegion()
  return {
    ...region,
    language,
    series: region.series.filter(({ id }) => SERIES.includes(id)),
    rotas: [...region.rotas, ON_CALL],
  }
}

/** Members of the region as a chat shows them; every body's channel is read by all of them who sit there. */
export const readersIn = (region: Region) => (body: string) => ({
  members: region.members
    .filter(({ id }) => region.bodies.some((one) => one.id === body && JSON.stringify(one).includes(id)))
    .map(({ id }) => id),
})

/** `calendar`: the path of a calendar that is subscribed to. */
export type Everyday = { record: Recorder; product: Product; calendar: string }

/** Three weeks of the sample region in the practice workspace, in one language: all that was seen there. */
export const everyday = async (language: Language): Promise<Everyday> => {
  const product = oneAfterAnother(await startProduct(tokyo('2026-06-01T10:00')))
  await sameIds(product)
  const region = await regionIn(language)
  await product.load(region)
  const record = recorder()
  const account = (user: string) => ({ platform: 'practice' as const, workspace: region.id, user })
  const went = walk(product, account, CAST, record, language)
  const names = region.members.map(({ id, name }) => ({ user: id, name }))
  const { platform, arrived } = recordingPlatform(
    'practice',
    () => fiveMinutes(product),
    readersIn(region),
    names,
  )
  product.join(platform)
  let read = 0
  const until = async (local: string): Promise<void> => {
    await product.until(tokyo(local))
    for (const one of inOrder(arrived.slice(read))) {
      if (one.user !== undefined && !CAST.includes(one.user)) continue
      record.arrived(one)
      went.see(one.user ?? 'midori', one.card)
    }
    read = arrived.length
  }
  const at = people(product)
  await at.submits('sakura', 'case.register', {}, OVERDUE)
  await submitSixSections(at)
  await went.round(ENDING)
  for (const user of CAST) await went.home(user)
  await until('2026-06-02T12:00')
  await went.again('handover.show sheet=')
  await until('2026-06-10T12:00')
  await went.round(ENDING, ['gsv', 'handover'])
  await until('2026-06-16T15:00')
  await went.round(ENDING, ['agenda'])
  await until('2026-06-17T14:05')
  await went.round(ENDING, ['meeting'])
  await went.again('meeting.step meeting= do=end at=')
  await until('2026-06-18T12:00')
  await went.round(new Set(), ['minutes', 'gsv'])
  await went.again('minutes.show meeting=')
  const item = { ...went.optionsOf('minutes.show meeting='), item: '1' }
  await went.presses('midori', 'minutes.correct', item)
  await went.submit('midori', 'minutes.correct', item, {
    decision: '計画案のとおり。',
    change: '間隔が抜けていた',
  })
  await went.round(new Set())
  await went.round(new Set(), ['case'])
  for (const user of CAST) await went.home(user)
  await until('2026-06-22T12:00')
  await went.follow(new Set())
  await went.everybody()
  await until('2026-07-08T12:00')
  const link = await at.types('sakura', 'calendar link')
  const [calendar = ''] = /\/calendar\/[\w-]+\/[\w-]{43}\.ics/.exec(saidIn(link)) ?? []
  return { record, product, calendar }
}
