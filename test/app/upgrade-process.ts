import { finishUpgrade } from '../../src/app/finish-upgrade.ts'
import { systemClock } from '../../src/app/system-clock.ts'
import { makeLog } from '../../src/observability/log.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { keyring } from '../../src/store/engine/encryption.ts'

/**
 * A process that finishes an upgrade and is killed in the middle of a transaction: everything in it is done, and it is
 * not committed. `node upgrade-process.ts DATABASE_URL KEY [TRANSACTION]`; without a number it lives.
 */
const [, , databaseUrl = '', key = '', killAt] = process.argv

let transactions = 0
const killed = async <T>(work: Promise<T>): Promise<T> => {
  const value = await work
  transactions += 1
  if (transactions === Number(killAt)) process.kill(process.pid, 'SIGKILL')
  return value
}

const opened = openDatabase(databaseUrl, keyring([Buffer.from(key, 'base64')]), () => undefined)
const database: Database = {
  ...opened,
  inRegion: (id, work) => opened.inRegion(id, (scope) => killed(work(scope))),
  inVault: (work) => opened.inVault((vault) => killed(work(vault))),
}
await finishUpgrade({
  database,
  databaseUrl,
  clock: systemClock,
  log: makeLog('silent'),
  alone: true,
  everyMs: 10,
}).finished
await opened.close()
