import { defineConfig } from 'vitest/config'

/** Many real processes living through a month: minutes, not seconds. */
export default defineConfig({
  test: {
    execArgv: ['--import', './src/quick-imports.ts'],
    include: ['test/scaling/**/*.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    testTimeout: 60 * 60_000,
    hookTimeout: 60_000,
  },
})
