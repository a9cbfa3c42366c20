import { defineConfig } from 'vitest/config'

const QUICKLY = ['--import', './src/quick-imports.ts']

const project = (name: string, include: string[], options: { exclude?: string[]; isolate?: boolean }) => ({
  test: { name, include, testTimeout: 120_000, hookTimeout: 120_000, execArgv: QUICKLY, ...options },
})

export default defineConfig({
  test: {
    globalSetup: ['test/support/servers.ts'],
    maxWorkers: 2,
    execArgv: QUICKLY,
    projects: [
      // Rules keep nothing between two calls: their files share a process.
      project('rules', ['test/domain/**/*.test.ts'], { isolate: false }),
      project('parts', ['test/**/*.test.ts'], {
        exclude: ['test/domain/**', 'test/faults/**', 'test/long/**', 'test/scaling/**', 'test/years/**'],
      }),
    ],
  },
})
