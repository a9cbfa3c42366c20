import type { Adapter, Configured } from '../adapter.ts'
import { type DiscordConfig, readDiscordConfig } from './config.ts'

/** Loads Discord's library lazily: it takes longer than the rest of the start. */
export const adapter: Adapter = {
  name: 'discord',
  configure: (environment) => {
    const { config, faults } = readDiscordConfig(environment)
    return { platform: config && configured(config), faults }
  },
}

const configured = (config: DiscordConfig): Configured => ({
  name: 'discord',
  takesRequests: false,
  start: async (services) =>
    (await import('./start-exclusively.ts')).startExclusively(
      { ...config, ...services },
      services.exclusively,
    ),
  examine: async (places) => (await import('./examine.ts')).examineDiscord({ ...config, places }),
})
