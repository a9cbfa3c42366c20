import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openFollowUp } from '../../../src/store/followup/follow-ups.ts'
import { sampleRegion, startProduct, tokyo } from '../../support/product.ts'

test('what somebody is to do is not readable in the store', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  const stored = await product.database.inRegion('saikatsuhoku', async (scope) => {
    const wanted = {
      meetingId: null,
      summaryId: null,
      caseId: null,
      memberId: 'sakura',
      what: 'A-WORD-TO-LOOK-FOR',
      dueOn: Temporal.PlainDate.from('2026-04-15'),
      openedBy: 'midori',
    }
    await openFollowUp(scope, wanted, product.clock.now())
    return scope.tx.execute<{ text: string }>(
      sql`select encode(what, 'escape') || row_to_json(follow_ups)::text as text from follow_ups`,
    )
  })
  expect(stored.rows).toHaveLength(1)
  expect(stored.rows[0]?.text).toContain('2026-04-15')
  expect(stored.rows[0]?.text).not.toContain('WORD')
})
