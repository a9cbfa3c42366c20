import { expect, test } from 'vitest'
import type { Attachment } from '../../../src/bot/port.ts'
import { CHANNEL, SAKURA, said, startScripted } from './scripted.ts'

const FILES: Attachment[] = [
  { name: 'forecast.png', mediaType: 'image/png', bytes: Buffer.from('picture'), alt: '見通しの図' },
  { name: 'forecast.xlsx', mediaType: 'application/zip', bytes: Buffer.from('workbook'), alt: '見通しの表' },
]

test.each(['asker', 'channel'] as const)(
  'files follow a card to the %s, seen by the asker alone, whole',
  async (to) => {
    const { fake, driver } = await startScripted(() => ({
      kind: 'card',
      card: said('見通しです'),
      to,
      files: FILES,
    }))
    await driver.types(SAKURA, '/case show S-0142', CHANNEL)
    const sent = await fake.until(() => fake.messages.find(({ files }) => files))
    expect(sent.onlyFor).toBe(SAKURA)
    expect(sent.files?.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
      ['forecast.png', 'picture'],
      ['forecast.xlsx', 'workbook'],
    ])
  },
)
