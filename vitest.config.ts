import { defineConfig } from 'vitest/config'

/** For each process of tests: as the product starts. */
export const QUICKLY = ['--import', './src/app/startup-speed.ts']

const OF_THEIR_OWN = ['faults', 'long', 'scaling', 'years'].map((folder) => `test/${folder}/**`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: OF_THEIR_OWN,
    globalSetup: ['test/support/servers.ts'],
    maxWorkers: 2,
    // Files share two processes: to load the product for each of them again took a third of the time.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    execArgv: QUICKLY,
  },
})
