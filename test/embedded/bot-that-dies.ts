import { claimFolder } from '../../src/app/embedded/claim-folder.ts'
import { startServers } from '../../src/app/embedded/servers.ts'

/** A bot in a process of its own: starts the servers of the folder, claims it, says so, and waits to be killed. */
const [dataDir = ''] = process.argv.slice(2)
const servers = await startServers({ dataDir })
const claim = await claimFolder(servers.databaseUrl, dataDir)
if (claim.ok) await claim.tell('http://localhost:3999')
process.stdout.write(`${JSON.stringify({ databaseUrl: servers.databaseUrl, claimed: claim.ok })}\n`)
setInterval(() => undefined, 60_000)
