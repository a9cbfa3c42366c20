import { expect, test } from 'vitest'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

test('a region renames a field of a summary and adds one: asked for, checked, stored, and shown by its name', async () => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = onlyLiaison(await sampleRegion())
  const fields = [
    { name: 'content', label: '内容とお願い', maxLength: 30 },
    { name: 'venue', label: '会場', hint: '部屋の名前まで' },
  ]
  await product.load({ ...region, summaryForms: [{ form: 'notice', fields }] })
  const at = people(product)
  const form = await at.presses('riku', 'summary.notice')
  expect(form).toMatchObject({
    form: {
      fields: [
        { name: 'topic', label: '件名' },
        { name: 'content', label: '内容とお願い', maxLength: 30 },
        { name: 'venue', label: '会場', hint: expect.stringContaining('部屋の名前まで') },
      ],
    },
  })
  const values = { topic: '研修', content: '7月です。', venue: '' }
  expect(await at.submits('riku', 'summary.notice', {}, values)).toMatchObject({
    kind: 'correct',
    faults: { fields: { venue: expect.any(String) } },
  })
  await at.submits('riku', 'summary.notice', {}, { ...values, venue: '基幹センター 2階' })
  const listed = saidIn(await at.types('riku', 'summary list'))
  const summary = /"summary":"([0-9a-f-]{36})"/.exec(listed)?.[1] ?? ''
  await at.submits('riku', 'summary.notice', { summary }, { ...values, venue: '市役所' })
  const versions = saidIn(await at.presses('riku', 'summary.versions', { summary }))
  expect(versions).toContain('会場\\n市役所","detail":"前の版: 基幹センター 2階"')
})
