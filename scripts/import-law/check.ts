import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import { CRUISE, FORBIDDEN, RESOLVE } from './rules.ts'

/**
 * Checks every import of src/ against the rules. What stood before the law is listed by rule in exceptions.json; lines
 * are only ever removed from it: `node scripts/import-law/check.ts --remove-healed`.
 */

/** One import that breaks a rule: `from -> to`. Of a cycle, all its files in order: it is found once from each. */
type Breach = { rule: string; line: string }
type Exceptions = Record<string, string[]>

const EXCEPTIONS = new URL('exceptions.json', import.meta.url)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const lineOf = ({ from, to, cycle }: IViolation): string =>
  cycle === undefined
    ? [...new Set([from, to])].join(' -> ')
    : cycle
        .map(({ name }) => name)
        .toSorted()
        .join(' -> ')

/** The breaches in `src` of `baseDir`, each once. */
export const breaches = async (baseDir: string): Promise<Breach[]> => {
  const { output } = await cruise(
    ['src'],
    { ...CRUISE, baseDir, validate: true, ruleSet: { forbidden: FORBIDDEN } },
    RESOLVE,
  )
  const { violations } = (output as ICruiseResult).summary
  const found = violations.map((violation) => ({ rule: violation.rule.name, line: lineOf(violation) }))
  return [...new Map(found.map((breach) => [`${breach.rule} ${breach.line}`, breach])).values()]
}

const has = (exceptions: Exceptions, { rule, line }: Breach): boolean =>
  exceptions[rule]?.includes(line) === true

const check = async (): Promise<boolean> => {
  const exceptions: Exceptions = JSON.parse(await readFile(EXCEPTIONS, 'utf8'))
  const found = await breaches(ROOT)
  const broken = found.filter((breach) => !has(exceptions, breach))
  for (const { rule, line } of broken)
    console.error(`${line}\n  ${rule}: ${FORBIDDEN.find(({ name }) => name === rule)?.comment}`)
  const needed = Object.groupBy(
    found.filter((breach) => has(exceptions, breach)),
    ({ rule }) => rule,
  )
  const kept = Object.entries(needed).map(([rule, of = []]) => [rule, of.map(({ line }) => line)])
  const healed = Object.values(exceptions).flat().length - kept.flatMap(([, lines]) => lines).length
  if (healed === 0) return broken.length === 0
  if (process.argv.includes('--remove-healed')) {
    await writeFile(EXCEPTIONS, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`)
    return broken.length === 0
  }
  console.error(
    `${healed} exceptions are not needed any more: node scripts/import-law/check.ts --remove-healed`,
  )
  return false
}

if (import.meta.main && !(await check())) process.exitCode = 1
