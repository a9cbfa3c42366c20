import { expect, test } from 'vitest'
import { startPracticeDriver } from '../../support/practice-driver.ts'
import { agendaCard } from './scripted-cards.ts'
import { COMMANDS } from './scripted-commands.ts'
import { scriptedDispatch } from './scripted-dispatch.ts'

test('a story is played over HTTP: a form refused and corrected, a button, a message to a channel', async () => {
  const { dispatch } = scriptedDispatch()
  const { driver, platform } = await startPracticeDriver({
    dispatch,
    commands: COMMANDS,
    users: ['minato', 'sora'],
    channels: [{ id: 'renraku', isPrivate: true, members: ['minato', 'sora'] }],
  })
  try {
    const opened = await driver.types('minato', '/summary submit', 'renraku')
    expect(opened).toMatchObject({ kind: 'form', title: 'ケース概要を出す' })
    const refused = await driver.fills('minato', { case: 'S-0142', question: '090-0000-0000' })
    if (refused.kind !== 'form') throw new Error('not refused')
    expect(refused.fields.map(({ name, fault }) => [name, fault !== undefined])).toEqual([
      ['case', false],
      ['kind', true],
      ['question', true],
      ['topics', false],
      ['wanted', false],
    ])
    expect(refused.fields[2]?.value).toBe('090-0000-0000')
    const taken = await driver.fills('minato', { kind: '新規', question: '通いの場' })
    if (taken.kind !== 'message') throw new Error('not taken')
    expect(taken.visibleTo).toBe('asker')
    expect(taken.seen.text).toContain('ケース: S-0142')
    const announced = await driver.presses('minato', '連絡会に知らせる', taken.seen)
    expect(announced).toMatchObject({ kind: 'message', visibleTo: 'channel' })
    await platform.post({ ...driver.account('sora') }, agendaCard, 'delivery-1')
    expect(await driver.inChannel('renraku')).toHaveLength(1)
    expect((await driver.inDirect('sora'))[0]?.buttons).toContainEqual({ label: '出席します' })
    expect(await driver.inDirect('minato')).toEqual([])
  } finally {
    await driver.stop()
  }
})
