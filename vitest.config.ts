import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], options: { exclude?: string[]; isolate?: boolean }) => ({
  test: { name, include, testTimeout: 120_000, hookTimeout: 120_000, ...options },
})

export default defineConfig({
  test: {
    globalSetup: ['test/support/servers.ts'],
    maxWorkers: 2,
    projects: [
      // Rules keep nothing between two calls: their files share a process.
      project('rules', ['test/domain/**/*.test.ts'], { isolate: false }),
      project('parts', ['test/**/*.test.ts'], {
        exclude: ['test/domain/**', 'test/faults/**', 'test/long/**', 'test/scaling/**', 'test/years/**'],
      }),
    ],
  },
})
