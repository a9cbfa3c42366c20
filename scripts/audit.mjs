import { spawnSync } from 'node:child_process'

/**
 * Asks the registry for known weaknesses of what is shipped; ends with 1 when one is serious. A registry that does not
 * answer such questions (a mirror, or none in reach) is said so, and is no failure: it says nothing about the product.
 */

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
const answer = JSON.parse(asked.stdout || '{}')
const counts = answer.metadata?.vulnerabilities
if (!counts) {
  console.log(`audit: the registry did not answer (${answer.statusCode ?? 'no connection'})`)
} else {
  const { critical, high, moderate, low } = counts
  console.log(`audit: critical ${critical}, high ${high}, moderate ${moderate}, low ${low}`)
  for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities))
    console.log(`  ${severity} ${name} ${range}`)
  if (critical + high > 0) process.exitCode = 1
}
