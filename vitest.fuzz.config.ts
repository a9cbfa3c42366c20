import { defineConfig } from 'vitest/config'
import { QUICKLY } from './vitest.config.ts'

/** 100,000 inputs over all edges: many minutes, where the short form inside `npm test` takes seconds. */
export default defineConfig({
  test: {
    execArgv: QUICKLY,
    include: ['test/fuzz/**/*.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    env: { FUZZ: 'long' },
    testTimeout: 60 * 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
