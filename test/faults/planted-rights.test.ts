import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

/** Holes that were once there, made again in a copy of the source: each is caught by the test that is named for it. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const COPIED = ['src', 'examples', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts']

type Plant = { file: string; is: RegExp; becomes: string; caughtBy: string; named: string }

const PLANTS: Record<string, Plant> = {
  'a right that is asked of the person, not of the case': {
    file: 'src/domain/case/permission.ts',
    is: /facts\.memberId === memberId && facts\.officeId === officeId/,
    becomes: 'facts.memberId === memberId',
    caughtBy: 'test/handlers/case/moved-office.test.ts',
    named: 'who stands in for her sees what she sees, and not the cases that she left behind',
  },
  'a right that is asked when something is offered, not when it is taken': {
    file: 'src/domain/handover/permission.ts',
    is: /&& !\(assigns && movedSince\)/,
    becomes: '',
    caughtBy: 'test/handlers/handover/expired-sheets.test.ts',
    named: 'it went to a colleague of the sender meanwhile: an old sheet does not take it from them',
  },
  'a follow-up of a case that goes to whoever may not see it': {
    file: 'src/domain/followup/permission.ts',
    is: /!supportCase \|\| maySeeCase\(member, supportCase\)/,
    becomes: '!supportCase || maySeeCase(member, supportCase) || true',
    caughtBy: 'test/handlers/followup/followup.test.ts',
    named: 'one that concerns a case is handed on to those who may see the case, and to nobody else',
  },
  'recorders who appoint themselves': {
    file: 'src/domain/meeting/permission.ts',
    is: /mayAppointRecorder\(asker, region, meeting\) \|\|/,
    becomes: 'true ||',
    caughtBy: 'test/handlers/meeting/live-meeting.test.ts',
    named: 'the recorder runs it too; nobody else does, and not on another day',
  },
  'codes in what a body of topics reads': {
    file: 'src/domain/agenda/disclose.ts',
    is: /clearance\.level === 'topics' \? withoutCodes\(part, clearance\.codes\) : part/,
    becomes: 'part',
    caughtBy: 'test/domain/agenda/disclose.test.ts',
    named: 'below codes holds none of the region’s codes in any text, wherever it was typed',
  },
  'a person’s end that does not reach what they made before': {
    file: 'src/store/region/regions.ts',
    is: /if \(before\) await endWhatTheyHeld\(scope, endedBy\(before, region\)\)/,
    becomes: 'endedBy(before ?? region, region)',
    caughtBy: 'test/handlers/account/end.test.ts',
    named: 'codes of and for somebody whose account was taken away link no stranger; their calendar is gone',
  },
  'refusals without a row': {
    file: 'src/handlers/trail.ts',
    is: /const refused = isOnRecord \?/,
    becomes: 'const refused = isOnRecord && trail.hasMissed && !trail.hasMissed ?',
    caughtBy: 'test/handlers/dispatching.test.ts',
    named: 'reading and changing a case leave a trace, and so does what was refused',
  },
  'an id that answers more than that there is nothing': {
    file: 'src/handlers/summary/arguments.ts',
    is: /see: maySeeSummary/,
    becomes: 'see: () => true',
    caughtBy: 'test/handlers/unseen.test.ts',
    named: 'a summary: its code least of all',
  },
  'a certificate number for a case code': {
    file: 'src/domain/case/case-code.ts',
    is: /if \(isLongNumber\(code\)\) return 'certificate'/,
    becomes: '',
    caughtBy: 'test/domain/case/case-code.test.ts',
    named: 'a certificate, telephone or personal number is none',
  },
}

const planted = async ({ file, is, becomes }: Plant): Promise<string> => {
  const tree = await mkdtemp(join(tmpdir(), 'tsunagi-planted-'))
  onTestFinished(() => rm(tree, { recursive: true, force: true }))
  for (const path of COPIED) await cp(join(ROOT, path), join(tree, path), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
  const source = await readFile(join(tree, file), 'utf8')
  if (source.match(new RegExp(is, 'g'))?.length !== 1) throw new Error(`${file} does not say once: ${is}`)
  await writeFile(join(tree, file), source.replace(is, becomes))
  return tree
}

/** The names of the tests that fail there. */
const failing = async (tree: string, file: string): Promise<string[]> => {
  const vitest = join(tree, 'node_modules/vitest/vitest.mjs')
  const report = join(tree, 'report.json')
  const options = ['run', file, '--reporter=json', `--outputFile=${report}`]
  // It fails, as it should: the report tells how.
  await promisify(execFile)(process.execPath, [vitest, ...options], { cwd: tree }).catch(() => undefined)
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as {
    testResults: { assertionResults: { title: string; status: string }[] }[]
  }
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  return all.flatMap(({ title, status }) => (status === 'failed' ? [title] : []))
}

for (const [hole, plant] of Object.entries(PLANTS))
  test(`${hole}: caught by name`, async () => {
    const found = await failing(await planted(plant), plant.caughtBy)
    expect(found.join('\n')).toContain(plant.named)
    expect(found).not.toEqual([])
  })
