import pg from 'pg'
import { expect, test } from 'vitest'
import { writeAudit } from '../../src/store/audit.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'

test('nobody can change or remove what the audit log holds, not even the owner of the tables', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  await product.database.inRegion('saikatsuhoku', (scope) =>
    writeAudit(scope, [
      { at: product.clock.now(), action: 'case.show', access: 'read', subjectKind: 'case', subjectId: 'one' },
    ]),
  )
  const owner = new pg.Client({ connectionString: product.databaseUrl })
  await owner.connect()
  for (const statement of [
    'update audit_log set action = null',
    'delete from audit_log',
    'truncate audit_log',
  ])
    await expect(owner.query(statement)).rejects.toThrow('audit_log only grows')
  const { rows } = await owner.query('select action from audit_log')
  await owner.end()
  expect(rows).toEqual([{ action: 'case.show' }])
})
