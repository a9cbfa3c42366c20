import { defineConfig } from 'vitest/config'
import { QUICKLY } from './vitest.config.ts'

/** Many real processes living through a month: minutes, not seconds. */
export default defineConfig({
  test: {
    execArgv: QUICKLY,
    include: ['test/scaling/**/*.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    testTimeout: 60 * 60_000,
    hookTimeout: 60_000,
  },
})
