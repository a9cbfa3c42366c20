import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const CLI = new URL('../../../src/cli/tsunagi.ts', import.meta.url).pathname
const check = (...options: string[]) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'pii', 'check', ...options])
const answers = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

let folder: string
const file = async (content: string | Uint8Array): Promise<string> => {
  const path = join(folder, 'text.txt')
  await writeFile(path, content)
  return path
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-pii-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('every line is a text of its own and has an answer', async () => {
  const path = await file('田中は休んだ。\n\nAさん😀佐藤さん\r\n電話090-0000-1234\n')
  const { stdout } = await check(path, '--lines', '--json')
  expect(answers(stdout)).toEqual([
    { line: 1, findings: [{ kind: 'person_name', start: 0, end: 2 }] },
    { line: 2, findings: [] },
    { line: 3, findings: [{ kind: 'person_name', start: 5, end: 7 }] },
    { line: 4, findings: [{ kind: 'phone', start: 2, end: 15 }] },
  ])
})

test('without --lines what is broken over two lines is found', async () => {
  const { stdout } = await check(await file('担当は佐藤\n花子さん'), '--json')
  expect(answers(stdout)).toEqual([{ line: 1, findings: [{ kind: 'person_name', start: 3, end: 8 }] }])
})

test('people are told the line, the kinds and the places', async () => {
  const { stdout } = await check(await file('なにもない\n田中は休んだ'), '--lines')
  expect(stdout).toBe('2行目　氏名 → 【田中】は休んだ\n')
})

test('standard input is read where no file is named', async () => {
  const child = check('--json')
  child.child.stdin?.end('鈴木が来た。')
  const { stdout } = await child
  expect(answers(stdout)).toEqual([{ line: 1, findings: [{ kind: 'person_name', start: 0, end: 2 }] }])
})

test('what cannot be read ends with one line that says why', async () => {
  const missing = check(join(folder, 'none.txt'), '--lines', '--json')
  await expect(missing).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^\{"error":.*\}\n$/),
  })
  const shiftJis = check(await file(new Uint8Array([0x93, 0x63, 0x92, 0x86])))
  await expect(shiftJis).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^.*UTF-8.*\n$/) })
})
