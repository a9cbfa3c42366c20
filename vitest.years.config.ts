import { defineConfig } from 'vitest/config'
import { QUICKLY } from './vitest.config.ts'

/** Whole years of a large region: minutes, not seconds. */
export default defineConfig({
  test: {
    execArgv: QUICKLY,
    include: ['test/years/**/*.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    testTimeout: 60 * 60_000,
    hookTimeout: 60_000,
  },
})
