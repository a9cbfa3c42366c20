import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Adapter, Configured } from '../adapter.ts'
import { readVariables, should } from '../kit/environment.ts'
import { startEcho } from './start.ts'
import { Workspace } from './world.ts'

const Variables = z.object({
  ECHO_FILE: z
    .string()
    .endsWith('.json', should('ワークスペースのJSONファイル', 'a JSON file of the workspace'))
    .optional(),
})

/** A chat of plain lines over HTTP: its one workspace is described by a file, and lives as long as the bot. */
export const adapter: Adapter = {
  name: 'echo',
  configure: (environment) => {
    const variables = readVariables(Variables, environment)
    if (!variables.ok) return { platform: undefined, faults: variables.faults }
    const { ECHO_FILE: file } = variables.read
    return { platform: file === undefined ? undefined : configured(file), faults: [] }
  },
}

const configured = (file: string): Configured => {
  const read = async () => Workspace.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => 'null')))
  return {
    name: 'echo',
    takesRequests: true,
    start: async (services) => {
      const { success, data } = await read()
      return success ? startEcho(data, services) : { ok: false, why: 'unreachable', reason: 'ECHO_FILE' }
    },
    examine: async () => [{ about: 'workspace', ok: (await read()).success, line: `Echo: ${file}` }],
  }
}
