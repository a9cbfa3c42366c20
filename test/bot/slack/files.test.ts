import { describe, expect, test } from 'vitest'
import type { Attachment } from '../../../src/bot/port.ts'
import { HALL, MODES, say, stage } from './stage.ts'

const FILES: Attachment[] = [
  { name: 'forecast.png', mediaType: 'image/png', bytes: Buffer.from('picture'), alt: '見通しの図' },
  { name: 'forecast.xlsx', mediaType: 'application/zip', bytes: Buffer.from('workbook'), alt: '見通しの表' },
]

describe.each(MODES)('over %s', (mode) => {
  test('files of an answer come in the asker’s direct messages, whole; the card where it was asked for', async () => {
    const reply = { kind: 'card', card: say('見通しです'), to: 'asker', files: FILES } as const
    const { fake, driver } = await stage(mode, () => reply)
    expect(await driver.types('U0SORA', '/case list', HALL)).toMatchObject({ seen: { text: '見通しです' } })
    const shared = await fake.until(() =>
      fake.messages.find(({ channel }) => channel === fake.directChannel('U0SORA')),
    )
    expect(shared.text).toContain('見通しの図')
    expect(shared.text).toContain('見通しの表')
    const kept = [...fake.files.values()].map(({ name, bytes }) => [name, bytes?.toString()])
    expect(kept).toEqual([
      ['forecast.png', 'picture'],
      ['forecast.xlsx', 'workbook'],
    ])
  })
})

test.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
  'where %s fails, the card is there and the person is told',
  async (method) => {
    const reply = { kind: 'card', card: say('見通しです'), to: 'asker', files: FILES } as const
    const { fake, driver } = await stage('http', () => reply)
    fake.misbehave(method, { does: 'refuses', error: 'access_denied' })
    await driver.types('U0SORA', '/case list', HALL)
    const told = await fake.until(() =>
      fake.messages.find(({ text }) => text.includes('ファイルを送れませんでした')),
    )
    expect(told.onlyFor).toBe('U0SORA')
    expect(fake.messages.filter(({ text }) => text.includes('見通しです'))).toHaveLength(1)
  },
)
