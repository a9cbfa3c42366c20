import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>
const CASE = { case: 'S-0900' }
const PLAN = {
  code: 'S-0900',
  kind: 'renewal',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '3月ごと(R8.6~R9.3)',
}
const told = (user: string): string[] =>
  seen.posts.filter(({ place }) => 'user' in place && place.user === user).map(({ card }) => saidIn(card))
const preview = async (): Promise<string> => saidIn(await at.types('midori', 'agenda preview'))
const RESULT = { progress: '通う日が増えた。', change: 'なし。', proposal: '今のまま続ける。' }

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = onlyLiaison(await sampleRegion())
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
  await at.submits('sakura', 'case.register', {}, PLAN)
})

test.each([
  [
    'sakura',
    'summary.intake',
    {},
    { topic: 'U-012', situation: '困っている。', wishes: '働きたい。', proposal: '受ける。' },
    '受理判断　U-012',
  ],
  [
    'riku',
    'summary.notice',
    {},
    { topic: '研修のお知らせ', content: '7月に研修があります。' },
    '連絡　研修のお知らせ',
  ],
  [
    'riku',
    'summary.issue',
    {},
    { topic: '移動の手段', background: '3つの事例で通えない。', proposal: '話し合う。' },
    '地域課題　移動の手段',
  ],
  [
    'sakura',
    'summary.strengths',
    CASE,
    { case: 'S-0900', strengths: '料理が得意。', wishes: '店で働く。', help: '練習の場。' },
    'GSV（ストレングスモデル）　S-0900',
  ],
  [
    'sakura',
    'summary.support',
    CASE,
    { case: 'S-0900', situation: '会えない。', feeling: '迷い。', help: '関わり方。' },
    'GSV（支援者支援）　S-0900',
  ],
  [
    'sakura',
    'summary.study',
    CASE,
    { case: 'S-0900', reason: '複合。', progress: '経過。', assessment: '強み。', question: '住まい。' },
    '事例検討　S-0900',
  ],
])('%s brings something by %s, in its section', async (user, command, options, values, line) => {
  expect(saidIn(await at.presses(user, command, options))).toContain('"kind":"form"')
  expect(saidIn(await at.submits(user, command, options, values))).toContain('提出しました')
  expect(await preview()).toContain(line)
})

test('a monitoring result is on the agenda only once the centre has read it and agreed, and again after a change', async () => {
  await at.submits('sakura', 'summary.result', CASE, { case: 'S-0900', ...RESULT })
  expect(await preview()).toContain('基幹の確認がまだです')
  await product.until(tokyo('2026-06-02T12:00'))
  const asked = told('midori').find((text) => text.includes('確かめるモニタリング結果'))
  const summary = /"summary":"([0-9a-f-]{36})"/.exec(asked ?? '')?.[1] ?? ''
  expect(saidIn(await at.presses('midori', 'summary.agree', { summary }))).toContain('通う日が増えた')
  expect(saidIn(await at.presses('riku', 'summary.agree', { summary }))).toContain('役割ではできません')
  await at.presses('midori', 'summary.agree', { summary, agreed: 'yes' })
  expect(await preview()).not.toContain('基幹の確認がまだです')
  expect(await preview()).toContain('モニタリング結果　S-0900')
  const twice = await at.presses('daichi', 'summary.agree', { summary, agreed: 'yes' })
  expect(saidIn(twice)).toContain('見本 みどりさん')

  await at.submits('sakura', 'summary.result', CASE, { case: 'S-0900', ...RESULT, change: '働きたい。' })
  expect(await preview()).toContain('基幹の確認がまだです')
  const versions = saidIn(await at.presses('midori', 'summary.versions', { summary }))
  expect(versions).toContain('変わったこと、新しい希望\\n働きたい。","detail":"前の版: なし。"')
  expect(versions.split('通う日が増えた')).toHaveLength(2)
})

test('sent again before the agenda closes, it is a new version of the same; its line says so and opens it', async () => {
  const notice = { topic: '研修', content: '7月です。' }
  await at.submits('riku', 'summary.notice', {}, notice)
  const listed = await at.types('riku', 'summary list')
  const summary = /"summary":"([0-9a-f-]{36})"/.exec(saidIn(listed))?.[1] ?? ''
  expect(saidIn(await at.presses('riku', 'summary.notice', { summary }))).toContain('7月です')
  const again = await at.submits('riku', 'summary.notice', { summary }, { ...notice, content: '8月です。' })
  expect(saidIn(again)).toContain('第2版')
  expect((await preview()).split('連絡　研修')).toHaveLength(2)
  expect(saidIn(await at.presses('sumire', 'summary.notice', { summary }))).toContain('見つかりません')
})

test('a case past the interval of its need level is asked for, offered to the coordinator, and seen', async () => {
  await at.submits('sakura', 'summary.submit', CASE, {
    case: 'S-0900',
    assessment: '一人暮らし。',
    wishes: '続けたい。',
    policy: '見守る。',
    content: '訪問。',
  })
  await at.submits('sakura', 'case.need', CASE, { level: '1' })
  await product.until(tokyo('2026-09-15T12:00'))
  expect(told('sakura').join()).not.toContain('見直し（支援の必要度）')
  await product.until(tokyo('2026-10-15T12:00'))
  expect(told('sakura').at(-1)).toContain('見直し（支援の必要度）')
  expect(await preview()).toContain('見直し（支援の必要度）')
  expect(saidIn(await at.types('sakura', 'case priority'))).toContain('S-0900　必要度1')
  expect(saidIn(await at.types('riku', 'case priority'))).not.toContain('S-0900')
  const review = { case: 'S-0900', progress: '安定。', wishes: '続けたい。', question: '間隔。' }
  await at.submits('sakura', 'summary.review', CASE, review)
  expect(await preview()).toContain('必要度による見直し　S-0900')
  expect(saidIn(await at.types('sakura', 'summary list'))).toContain('第1版')
  await product.until(tokyo('2026-10-20T12:00'))
  const after = saidIn(await at.types('sakura', 'summary list'))
  expect(after).not.toContain('まだ出ていないケース')
})
