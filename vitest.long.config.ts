import { defineConfig } from 'vitest/config'
import { QUICKLY } from './vitest.config.ts'

/** What takes minutes by itself: whole years of regions, processes that are killed or backed up while they run. */
export default defineConfig({
  test: {
    execArgv: QUICKLY,
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    maxWorkers: 2,
    testTimeout: 10 * 60_000,
    hookTimeout: 120_000,
  },
})
