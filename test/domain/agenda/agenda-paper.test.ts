import { expect, test } from 'vitest'
import { agendaPaper } from '../../../src/domain/agenda/agenda-paper.ts'
import { agendaFacts, agendaView } from '../../documents/sample-papers.ts'

const itemsOf = (disclosure: 'topics' | 'codes' | 'summaries') =>
  agendaPaper(agendaView(undefined, disclosure), agendaFacts()).sections.flatMap(({ items }) => items)

test('what the body may not read is not in the value at all', () => {
  expect(itemsOf('topics').some(({ topic }) => topic.code !== undefined)).toBe(false)
  expect(itemsOf('codes').some(({ topic }) => topic.code === 'S-0142')).toBe(true)
  expect(itemsOf('codes').every(({ written }) => written.length === 0)).toBe(true)
  expect(itemsOf('summaries').every(({ written }) => written.length > 0)).toBe(true)
})

test('items keep their order, times and minutes; the presenter is the office where it is known', () => {
  const [first, second] = itemsOf('codes')
  expect(first).toMatchObject({ presenter: { office: '基幹相談支援センター みほん' }, minutes: 5 })
  expect(second?.startsAt?.toString()).toBe('14:05:00')
  expect(itemsOf('codes').at(-1)?.presenter).toEqual({ name: '見本市 障害福祉課' })
})

test("閉会 ends an agenda, once; a council's own is not doubled", () => {
  const last = (view = agendaView()) => agendaPaper(view, agendaFacts()).sections.map(({ name }) => name)
  expect(last().filter((name) => name === 'closing')).toHaveLength(1)
  expect(last().at(-1)).toBe('closing')
})

test('an agenda without items has its sections all the same', () => {
  const paper = agendaPaper(agendaView([]), agendaFacts({ papers: [], itemPapers: new Map() }))
  expect(paper.sections).toHaveLength(7)
  expect(paper.papers).toEqual([])
})
