import { defineConfig } from 'vitest/config'
import { QUICKLY } from './vitest.config.ts'

/** Real processes and servers, broken on purpose: `FAULTS=short` takes minutes, all of it the best part of an hour. */
export default defineConfig({
  test: {
    execArgv: QUICKLY,
    include: ['test/faults/**/*.test.ts'],
    // Tries the suite, not the product.
    exclude: process.env.FAULTS === 'short' ? ['test/faults/planted.test.ts'] : [],
    testTimeout: 60 * 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
})
