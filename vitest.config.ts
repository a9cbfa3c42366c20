import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** For each process of tests: as the product starts. */
const COMMON = {
  execArgv: ['--import', './src/app/startup-speed.ts'],
  hookTimeout: 2 * MINUTE,
  // Bots of the tests make their keys there, not among those of whoever runs the tests.
  env: { XDG_CONFIG_HOME: join(tmpdir(), 'tsunagi-test-config') },
}
const SERVERS = { globalSetup: ['test/support/servers.ts'] }

/** Each has a folder of its own, and takes minutes by itself. */
const LONGER = {
  /** Real processes and servers, broken on purpose: `FAULTS=short` takes minutes, all of it the best part of an hour. */
  faults: {
    // Tries the suite, not the product.
    exclude: process.env.FAULTS === 'short' ? ['test/faults/planted.test.ts'] : [],
    testTimeout: HOUR,
    fileParallelism: false,
    maxWorkers: 1,
  },
  /** Whole years of regions, processes that are killed or backed up while they run. */
  long: { ...SERVERS, testTimeout: 10 * MINUTE, maxWorkers: 2 },
  /** Many real processes living through a month. */
  scaling: { ...SERVERS, testTimeout: HOUR, hookTimeout: MINUTE },
  /** Whole years of a large region. */
  years: { ...SERVERS, testTimeout: HOUR, hookTimeout: MINUTE },
}

const PROJECTS: Record<string, TestProjectInlineConfiguration['test']> = {
  main: {
    ...SERVERS,
    include: ['test/**/*.test.ts'],
    exclude: Object.keys(LONGER).map((folder) => `test/${folder}/**`),
    maxWorkers: 2,
    // Files share two processes: to load the product for each of them again took a third of the time.
    isolate: false,
    testTimeout: 2 * MINUTE,
  },
  /** 100,000 inputs over all edges: many minutes, where the short form in `main` takes seconds. */
  fuzz: {
    ...SERVERS,
    include: ['test/fuzz/**/*.test.ts'],
    env: { ...COMMON.env, FUZZ: 'long' },
    testTimeout: HOUR,
    maxWorkers: 2,
  },
  ...Object.fromEntries(
    Object.entries(LONGER).map(([name, config]) => [
      name,
      { include: [`test/${name}/**/*.test.ts`], ...config },
    ]),
  ),
}

/** `vitest run` alone is `main`: the others run where they are named, `--project years`. */
const isNamed = process.argv.some((argument) => argument.startsWith('--project'))

export default defineConfig({
  test: {
    projects: Object.entries(PROJECTS)
      .filter(([name]) => isNamed || name === 'main')
      .map(([name, test]) => ({ test: { ...COMMON, ...test, name } })),
  },
})
