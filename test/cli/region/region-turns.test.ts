import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readRegionFile } from '../../../src/cli/region/read-region-file.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

const read = async (id: string, change: (text: string) => string) => {
  const text = await readFile(new URL(`../../../examples/regions/${id}.yaml`, import.meta.url), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  const found = readRegionFile(changed, catalogues.ja.regionFile)
  return found.ok ? [] : found.faults.map(({ path, message }) => `${path}: ${message}`)
}
const chair = (member: string) => (text: string) =>
  `${text}  - { id: shikai, name: 司会, kind: chair, body: chosei, turn: month, from: 2026-04-01, order: [{ member: ${member} }] }\n`

test.each([
  ['daito', 'count: 5', 'count: 9', '9グループに、ファシリテーターになれる方が名簿に8人しかいません'],
  ['daito', 'count: 5', 'size: 17', '分けられません。size が 4、5'],
  ['daito', 'count: 5', 'count: 5\n      size: 5', 'どちらか1つ'],
  ['daito', 'kind: case_study', 'kind: liaison', 'gsv か case_study'],
  [
    'daito',
    'facilitators: [{ officeKind: commissioned }]',
    'facilitators: [{ member: nobody }]',
    'このファイルにありません',
  ],
  [
    'daito',
    'facilitators: [{ officeKind: commissioned }]',
    'facilitators: [{ member: iin-01 }]',
    '名簿にいません',
  ],
  ['josho', 'turn: month', 'turn: meeting', 'series は、turn が meeting のときだけ'],
  [
    'saikatsuhoku',
    'order: [{ municipality: shiraoka }',
    'order: [{ municipality: shiraokaa }',
    '近いもの: shiraoka',
  ],
  ['saikatsuhoku', 'members: [{ rota: kanji },', 'members: [{ rota: kanji-a },', '近いもの: kanji'],
  [
    'saikatsuhoku',
    'members: [{ rota: kanji },',
    'members: [{ member: midori, since: 2027-04-01, until: 2027-03-31 }, { rota: kanji },',
    'bodies[3].members[1].until: 終わりの日が、始まりの日（2027-04-01）より前です',
  ],
  [
    'saikatsuhoku',
    'order: [{ municipality: shiraoka }, { municipality: hasuda }, { municipality: satte }, { municipality: miyashiro }, { municipality: sugito }]',
    'order: [{ municipality: shiraoka, until: 2027-03-31 }]',
    'bodies[3].members[1].rota: 輪番「kanji」には、2027-04-01に番の方がいません',
  ],
])('in %s "%s" written "%s" is refused with what would work', async (id, before, after, said) => {
  expect((await read(id, (text) => text.replace(before, after))).join()).toContain(said)
})

test('the chair of a body must sit on it', async () => {
  expect(await read('saikatsuhoku', chair('midori'))).toEqual([])
  expect((await read('saikatsuhoku', chair('riku'))).join()).toContain(
    '「riku」は会議体「chosei」の名簿にいません',
  )
})
