import { z } from 'zod'
import type { Adapter, ConfigFault, Configured, Environment } from '../bot/adapter.ts'
import { EXTERNAL_PLATFORMS, type ExternalPlatform } from '../domain/workspace/platforms.ts'

const Module = z.object({
  adapter: z.object({ name: z.enum(EXTERNAL_PLATFORMS), configure: z.custom<Adapter['configure']>() }),
})

/** Imports an adapter by its platform's name: the table of platforms is the only list to register one in. */
const adapterOf = async (name: ExternalPlatform): Promise<Adapter> => {
  const { adapter } = Module.parse(await import(`../bot/${name}/platform.ts`))
  if (adapter.name !== name) throw new Error(`bot/${name}/platform.ts is the adapter of ${adapter.name}`)
  return adapter
}

const ADAPTERS = await Promise.all(EXTERNAL_PLATFORMS.map(adapterOf))

/** Configures the platforms that the environment has settings for. */
export const configuredPlatforms = (
  environment: Environment,
): { platforms: readonly Configured[]; faults: ConfigFault[] } => {
  const read = ADAPTERS.map(({ configure }) => configure(environment))
  return {
    platforms: read.flatMap(({ platform }) => platform ?? []),
    faults: read.flatMap(({ faults }) => faults),
  }
}
