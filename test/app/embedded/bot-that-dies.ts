import { startServers } from '../../../src/app/embedded/servers.ts'

/** A bot in a process of its own: starts the servers of the folder, says whether it has it, and waits to be killed. */
const [dataDir = ''] = process.argv.slice(2)
const { claim } = await startServers({ dataDir })
if (claim?.ok) await claim.tell('http://localhost:3999')
process.stdout.write(`${JSON.stringify({ claimed: claim?.ok === true })}\n`)
setInterval(() => undefined, 60_000)
