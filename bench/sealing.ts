import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyring } from '../src/store/engine/encryption.ts'
import { openText, sealText } from '../src/store/engine/sealed-text.ts'
import { summaries } from '../src/store/summary/tables.ts'
import { median, print } from './scratch.ts'

/**
 * Measures sealing and opening a text of 1,200 characters, bound to its place, beside AES-256-GCM alone with an
 * authenticated word. Run: `node bench/sealing.ts [--json]`.
 */

const TEXTS = 5_000
const ROUNDS = 15
const PLAIN = '相談支援の概要。'.repeat(150)
const KEY = randomBytes(32)
const ABOUT = Buffer.from('summary')
const ROW = { id: '0190a8b0-0000-7000-8000-000000000000', version: 3 }
const PLACE = {
  regionId: 'saikatsuhoku',
  keyring: keyring([KEY]),
  sealing: { seals: 'placed' as const, opensOld: false, sealedOld: false },
}

const bareSeal = () => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', KEY, iv).setAAD(ABOUT)
  const body = Buffer.concat([cipher.update(PLAIN, 'utf8'), cipher.final()])
  return { iv, body, tag: cipher.getAuthTag() }
}
const bareOpen = ({ iv, body, tag }: ReturnType<typeof bareSeal>) => {
  const decipher = createDecipheriv('aes-256-gcm', KEY, iv).setAAD(ABOUT).setAuthTag(tag)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

/** Microseconds for one, by the median of rounds taken by turns. */
const each = async (work: () => unknown): Promise<number> => {
  const ms = await median(ROUNDS, async () => {
    for (let text = 0; text < TEXTS; text += 1) work()
  })
  return Math.round((ms * 100_000) / TEXTS) / 100
}

const bare = bareSeal()
const sealed = sealText(PLACE, summaries.text, ROW, PLAIN)
await each(bareSeal)
const us = {
  bareSeal: await each(bareSeal),
  seal: await each(() => sealText(PLACE, summaries.text, ROW, PLAIN)),
  bareOpen: await each(() => bareOpen(bare)),
  open: await each(() => openText(PLACE, summaries.text, ROW, sealed)),
}
const ratio = (own: number, alone: number) => Math.round((100 * own) / alone) / 100
print({ microseconds: us, seal: ratio(us.seal, us.bareSeal), open: ratio(us.open, us.bareOpen) })
