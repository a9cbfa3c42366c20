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
