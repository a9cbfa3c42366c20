import { expect, test } from 'vitest'
import { numberPapers } from '../../../src/domain/agenda/number-papers.ts'

const tags = (groups: Parameters<typeof numberPapers>[0]) =>
  numberPapers(groups).map((group) =>
    group.map(({ tag: { kind, number, part } }) =>
      [kind, number, part].filter((one) => one !== undefined).join(' '),
    ),
  )

test('an item with one paper has a number, one with several a number and parts, one with none takes none', () => {
  expect(tags([[{ title: 'a' }], [], [{ title: 'b' }, { title: 'c' }], [{ title: 'd' }]])).toEqual([
    ['paper 1'],
    [],
    ['paper 2 1', 'paper 2 2'],
    ['paper 3'],
  ])
})

test('reference papers are counted by themselves', () => {
  expect(
    tags([
      [{ title: 'a' }, { title: 'r', handed: 'reference' }],
      [{ title: 's', handed: 'reference' }],
      [{ title: 'b' }],
    ]),
  ).toEqual([['paper 1', 'reference 1'], ['reference 2'], ['paper 2']])
})
