import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyring, open, seal } from '../../../src/store/engine/encryption.ts'
import { asOwner } from '../../support/database.ts'
import { sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const MARKER = 'しるしの言葉'

test('a summary stands in no table in clear, and reads back', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  const region = await sampleRegion()
  await product.load(region)
  const account = { platform: 'practice' as const, workspace: region.id, user: 'sakura' }
  const act = (command: string, options: Record<string, string>, values: Record<string, string>) =>
    product.dispatch({ kind: 'submit', press: { command, options }, values, account, event: randomUUID() })
  const plan = { code: 'S-0900', kind: 'new', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6' }
  await act('case.register', {}, plan)
  const texts = { assessment: MARKER, wishes: MARKER, policy: MARKER, content: MARKER }
  const reply = await act('summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...texts })
  expect(JSON.stringify(reply)).toContain('提出しました')

  await asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    for (const { name } of tables) {
      const { rows } = await owner.query(`select t::text as line from ${name} t`)
      expect(JSON.stringify(rows)).not.toContain(MARKER)
    }
    const { rows: kept } = await owner.query('select id from summaries')
    expect(kept).toHaveLength(1)
  })
  const account2 = { ...account, user: 'sakura' }
  const form = await product.dispatch({
    kind: 'run',
    press: { command: 'summary.submit', options: { case: 'S-0900' } },
    account: account2,
    event: randomUUID(),
  })
  expect(JSON.stringify(form)).toContain(MARKER)
})

test('sealed bytes open with an old key on the ring, not elsewhere, and not when changed', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)]
  const sealed = seal(keyring([old]), 'こんにちは', 'placed', 'summary:1')
  expect(open(keyring([current, old]), sealed, 'summary:1')).toBe('こんにちは')
  expect(() => open(keyring([current]), sealed, 'summary:1')).toThrow('not in TSUNAGI_KEY')
  expect(() => open(keyring([old]), sealed, 'summary:2')).toThrow()
  const changed = Uint8Array.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(() => open(keyring([old]), changed, 'summary:1')).toThrow()
})
