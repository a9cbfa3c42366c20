import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { docxParagraphs } from '../../documents/read-files.ts'
import { meetingOn } from '../../support/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

/** The liaison meeting of 17 June, its agenda out on the 16th; the next is on 15 July. */
let product: Product
let region: Region
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const begin = async (disclosure: Region['bodies'][number]['disclosure'] = 'codes') => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const sample = onlyLiaison(await sampleRegion())
  region = { ...sample, bodies: sample.bodies.map((body) => ({ ...body, disclosure })) }
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
  const plan = { validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6月ごと(R8.11~R9.5)' }
  await at.submits('sakura', 'case.register', {}, { code: 'S-0900', kind: 'new', ...plan })
  const summary = { assessment: 'ひ', wishes: 'み', policy: 'つ', content: 'だ' }
  await at.submits('sakura', 'summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...summary })
  await product.until(tokyo('2026-06-16T12:00'))
}
beforeEach(() => begin())

type Reply = Awaited<ReturnType<ReturnType<typeof people>['types']>>
const filesOf = (reply: Reply) => (reply.kind === 'card' ? (reply.files ?? []) : [])
const names = (reply: Reply) => filesOf(reply).map(({ name }) => name)
const textOf = (reply: Reply) =>
  new TextDecoder().decode(filesOf(reply).find(({ name }) => name.endsWith('.txt'))?.bytes)
const ALL = ['docx', 'pdf', 'txt'].map((ending) => `agenda-2026-06-17.${ending}`)

test.each([
  '',
  ' 6月17日',
  ' ６月１７日（水）',
  ' 6/17',
  ' 2026-06-17',
  ' R8.6.17',
  ' 指定特定相談支援事業所連絡会',
])(
  'the agenda that is out comes for everybody on the roster, not the next draft (export%s)',
  async (which) => {
    for (const user of ['sumire', 'midori']) {
      const reply = await at.types(user, `agenda export${which}`)
      expect(names(reply), user).toEqual(ALL)
      expect(textOf(reply)).toContain('新規プラン　S-0900')
      expect(textOf(reply)).not.toContain('案')
    }
  },
)

test('from the card in the channel and from the history, a button for each file gives that file', async () => {
  const posted = seen.posts.find(({ card }) => card.tag === 'agenda')
  const buttons = posted?.card.parts.flatMap((part) => (part.part === 'buttons' ? part.buttons : [])) ?? []
  expect(buttons.map(({ label }) => label).slice(0, 3)).toEqual(['Word', 'PDF', 'テキスト'])
  const given: string[] = []
  for (const { press } of buttons.slice(0, 3)) {
    const reply = await at.presses('sumire', press.command, press.options)
    given.push(...names(reply))
    if (press.options.as === 'docx')
      expect(docxParagraphs(filesOf(reply)[0]?.bytes ?? new Uint8Array()).join('\n')).toContain('S-0900')
  }
  expect(given).toEqual(ALL)
  const meeting = await meetingOn(product, region, '2026-06-17')
  expect(saidIn(await at.presses('sumire', 'agenda.show', { meeting }))).toContain('"label":"Word"')
})

test('what is not out is a draft for who prepares it, and is not there for others', async () => {
  const draft = await at.types('midori', 'agenda export 7月15日')
  expect(saidIn(draft)).toContain('次第の案')
  expect(textOf(draft)).toContain('案')
  const meeting = await meetingOn(product, region, '2026-07-15')
  for (const reply of [
    await at.types('sumire', 'agenda export 7月15日'),
    await at.presses('sumire', 'agenda.export', { meeting }),
  ]) {
    expect(names(reply)).toEqual([])
    expect(saidIn(reply)).toContain('公開された次第はありません')
  }
  expect(saidIn(await at.types('sumire', 'agenda export 6月18日'))).toContain(
    '6月18日の公開された次第はありません',
  )
})

test('who is not on the roster gets nothing, by a date or by a button', async () => {
  const meeting = await meetingOn(product, region, '2026-06-17')
  for (const reply of [
    await at.types('iin-01', 'agenda export'),
    await at.types('iin-01', 'agenda export 6月17日'),
    await at.presses('iin-01', 'agenda.export', { meeting, as: 'pdf' }),
  ]) {
    expect(names(reply)).toEqual([])
    expect(saidIn(reply)).not.toContain('連絡会')
  }
})

test('at the level of topics the files hold no code, for whoever asks', async () => {
  await begin('topics')
  for (const user of ['sumire', 'midori']) {
    const reply = await at.types(user, 'agenda export')
    expect(textOf(reply), user).toContain('新規プラン')
    expect(textOf(reply), user).not.toContain('S-0900')
  }
})
