import { expect, test } from 'vitest'
import {
  choiceProposals,
  fixedChoices,
  type Reading,
  readLine,
  wordsOf,
} from '../../../src/bot/practice/browser/completion.ts'
import { COMMANDS } from './scripted-commands.ts'

const read = (line: string): Reading => readLine(line, COMMANDS, 'ja')
const proposed = (line: string): string[] => {
  const reading = read(line)
  return reading.kind === 'command' ? reading.proposals.map((proposal) => proposal.line) : []
}
const options = (line: string) => {
  const reading = read(line)
  if (reading.kind !== 'options') throw new Error(`${line} is read as ${reading.kind}`)
  return reading
}

test('a slash alone proposes every command, grouped by its noun with the Japanese words beside it', () => {
  const reading = read('/')
  if (reading.kind !== 'command') throw new Error('no proposals')
  expect(reading.proposals).toHaveLength(COMMANDS.length)
  expect(reading.proposals[0]).toEqual({
    line: '/case register',
    label: '/case register',
    aside: 'ケース 登録',
    detail: '新しいケースと計画を登録します',
    group: 'ケース',
  })
})

test.each([
  ['/su', ['/summary submit ']],
  ['/SU', ['/summary submit ']],
  ['／su', ['/summary submit ']],
  ['/概', ['/概要 提出 ']],
  ['/概要　提', ['/概要 提出 ']],
  ['/提出', ['/概要 提出 ']],
  ['/publish', ['/agenda publish ']],
  ['/期限を過ぎた', ['/モニタリング 期限']],
  ['/zzz', []],
  ['plain words', []],
])('%s proposes %j', (line, expected) => {
  expect(proposed(line)).toEqual(expected)
})

test('behind a whole command its options are read in order, in either language', () => {
  expect(options('/case show S-01')).toMatchObject({ at: 0, typed: 'S-01', head: '/case show ' })
  expect(options('/ケース 表示 ')).toMatchObject({ at: 0, typed: '', press: { command: 'case.show' } })
  expect(options('/case show S-0142 x')).toMatchObject({ at: 1, press: { options: { case: 'S-0142' } } })
})

test('a chosen value stands behind what was typed, in the place of its beginning', () => {
  const reading = options('/case show S-01')
  const [proposal] = choiceProposals(reading, [{ value: 'S-0142', label: 'S-0142', detail: '12月' }])
  expect(proposal).toEqual({ line: '/case show S-0142', label: 'S-0142', detail: '12月' })
})

test('fixed choices fit by their word or their value', () => {
  const [option] = options('/agenda publish ').command.options
  if (!option) throw new Error('no option')
  expect(fixedChoices(option, '', 'ja').map(({ label }) => label)).toEqual(['短い', '全部'])
  expect(fixedChoices(option, '全', 'ja').map(({ value }) => value)).toEqual(['full'])
  expect(fixedChoices(option, 'FU', 'ja').map(({ value }) => value)).toEqual(['full'])
})

test.each([
  ['/case list', 'case list'],
  ['／ケース　一覧 ', 'ケース　一覧'],
  ['/ case list', 'case list'],
])('%s is handed on as %s', (line, words) => {
  expect(wordsOf(line)).toBe(words)
})
