import { expect, test } from 'vitest'
import { registry } from '../../src/handlers/registry.ts'
import { withoutRow } from './audit.ts'
import { judge } from './judge.ts'
import { CASE_SIDE, LONGEST } from './nouns.ts'
import { RIGHTS } from './rights/list.ts'
import { walkNouns } from './walking.ts'

test('every command stands in the tables of rights, once, and nothing else does', () => {
  const inTables = RIGHTS.flatMap(({ commands }) => Object.keys(commands))
  expect(inTables.toSorted()).toEqual(
    registry()
      .commands.map(({ id }) => id)
      .toSorted(),
  )
})

test(
  'of cases and what belongs to them, everybody gets at every step what the tables say, and nothing else',
  async () => {
    const { tried } = await walkNouns((noun) => CASE_SIDE.has(noun))
    expect.soft(judge(tried, RIGHTS)).toEqual([])
    expect.soft(withoutRow(tried)).toEqual([])
  },
  LONGEST,
)
