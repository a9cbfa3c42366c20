import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { writeAudit } from '../../../src/store/keeping/audit.ts'
import { asOwner } from '../../support/database.ts'
import { sampleRegion, startProduct, tokyo } from '../../support/product.ts'

test('nobody can change or remove what the audit log holds, not even the owner of the tables', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  await product.database.inRegion('saikatsuhoku', (scope) =>
    writeAudit(scope, [
      { at: product.clock.now(), action: 'case.show', access: 'read', subjectKind: 'case', subjectId: 'one' },
    ]),
  )
  await asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    for (const statement of [
      'update audit_log set action = null',
      'delete from audit_log',
      'truncate audit_log',
    ])
      await expect(owner.query(statement)).rejects.toThrow('audit_log only grows')
    const { rows } = await owner.query('select action from audit_log')
    expect(rows).toEqual([{ action: 'case.show' }])
  })
})

test('the product itself may add to it and read it, and nothing else', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  for (const statement of [
    `update audit_log set action = 'none'`,
    'delete from audit_log',
    'truncate audit_log',
    'alter table audit_log disable trigger all',
  ])
    await expect(
      product.database.inRegion('saikatsuhoku', ({ tx }) => tx.execute(sql.raw(statement))),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('one statement writes any number of rows, and a row without a member', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  const at = product.clock.now()
  const read = { at, memberId: 'sakura', action: 'case.list', access: 'read' as const }
  const refused = { at, action: 'case.show', access: 'refused' as const }
  const rows = await product.database.inRegion('saikatsuhoku', async (scope) => {
    await writeAudit(scope, [
      ...Array.from({ length: 300 }, (_, id) => ({
        ...read,
        subjectKind: 'case' as const,
        subjectId: `${id}`,
      })),
      { ...refused, subjectKind: 'account', subjectId: 'slack, "a"' },
    ])
    const found = await scope.tx.execute(
      sql`select member_id, subject_id from audit_log order by id desc limit 2`,
    )
    return found.rows
  })
  expect(rows).toEqual([
    { member_id: null, subject_id: 'slack, "a"' },
    { member_id: 'sakura', subject_id: '299' },
  ])
})
