import type { Region } from '../../src/domain/region/region.ts'
import { asOwner } from './database.ts'
import type { people } from './people.ts'
import type { Product } from './product.ts'

type People = ReturnType<typeof people>

/** The id of the meeting with this nominal day. */
export const meetingOn = (product: Product, region: Region, nominal: string): Promise<string> =>
  asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select id from meetings where nominal = $1', [
      nominal,
    ])
    return rows[0]?.id ?? ''
  })

const notice = (topic: string) => ({ topic, content: '7月にあります。' })

/** Something in each of the six sections of the liaison meeting. */
export const submitSixSections = async (at: People): Promise<void> => {
  const ok = async (reply: Promise<{ kind: string }>) => {
    const { kind } = await reply
    if (kind !== 'card') throw new Error(`a card was expected, not ${JSON.stringify(await reply)}`)
  }
  const plan = { kind: 'new', validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6' }
  for (const code of ['S-0900', 'S-0901', 'S-0902'])
    await ok(at.submits('sakura', 'case.register', {}, { ...plan, code }))
  const intake = {
    topic: '市からの相談',
    situation: '一人暮らし。',
    wishes: '続けたい。',
    proposal: '受ける。',
  }
  await ok(at.submits('sakura', 'summary.intake', {}, intake))
  const texts = { assessment: '一人暮らし。', wishes: '続けたい。', policy: '見守る。', content: '訪問。' }
  await ok(at.submits('sakura', 'summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...texts }))
  const result = { progress: '通えている。', change: 'なし。', proposal: '続ける。' }
  await ok(at.submits('sakura', 'summary.result', { case: 'S-0901' }, { case: 'S-0901', ...result }))
  const gsv = { strengths: '絵を描く。', wishes: '続けたい。', help: '知恵がほしい。' }
  await ok(at.submits('sakura', 'summary.strengths', { case: 'S-0902' }, { case: 'S-0902', ...gsv }))
  const issue = { topic: '移動手段', background: '足りない。', proposal: '部会に上げる。' }
  await ok(at.submits('riku', 'summary.issue', {}, issue))
  await ok(at.submits('riku', 'summary.notice', {}, notice('研修のお知らせ')))
}
