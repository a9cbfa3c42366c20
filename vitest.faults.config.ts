import { defineConfig } from 'vitest/config'

/** Real processes and servers, broken on purpose: `FAULTS=short` takes minutes, all of it the best part of an hour. */
export default defineConfig({
  test: {
    execArgv: ['--import', './src/quick-imports.ts'],
    include: ['test/faults/**/*.test.ts'],
    // Tries the suite, not the product.
    exclude: process.env.FAULTS === 'short' ? ['test/faults/planted.test.ts'] : [],
    testTimeout: 60 * 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
})
