import { expect, test } from 'vitest'
import { randomLedger } from '../../support/random-ledger.ts'
import { caseLines, faultLines, readMade } from '../../support/read-made-ledger.ts'

const LEDGERS = 200
const SEED = Number(process.env.LEDGER_SEED ?? 20_260_401)

test('of 200 ledgers made at random none is read wrong in silence, and every sound one is read', async () => {
  const wrong: string[] = []
  for (let at = 0; at < LEDGERS; at += 1) {
    const made = randomLedger(SEED + at)
    const read = await readMade(made.bytes)
    const lines = caseLines(read).toSorted()
    const strange = lines.filter((line) => !made.truth.includes(line))
    const isSound = made.bad.length === 0
    const isRight = isSound ? read.ok && lines.length === made.truth.length : !read.ok
    if (strange.length > 0 || !isRight)
      wrong.push(
        [
          `seed ${SEED + at} (${made.format}${made.bad.map(({ code, why }) => ` ${code} ${why}`).join('')})`,
          ...strange,
          ...faultLines(read).slice(0, 4),
        ].join('\n  '),
      )
  }
  expect(wrong.join('\n')).toBe('')
}, 120_000)
