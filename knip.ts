import type { KnipConfig } from 'knip'

/** `knip --production` counts no tests and benches as users: what runs nowhere in the product is found by it. */
const forProduct = process.argv.includes('--production')

export default {
  entry: [
    'src/app/main.ts!',
    // What npm start hands on to, by the path of the project's own Node, which knip does not follow.
    ...(forProduct ? ['src/cli/tsunagi.ts!'] : []),
    'src/app/startup-speed.ts!',
    'src/bot/practice/browser/main.ts!',
    // Loaded by the names in the table of platforms.
    'src/bot/*/platform.ts!',
    'scripts/**/*.{mjs,ts}!',
    'bench/*.ts',
  ],
  project: ['src/**/*.ts!', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**!'],
  // A test may look at a part of what the product runs.
  ignoreExportsUsedInFile: forProduct,
  // axe-core is read as a file; dependency-cruiser loads @swc/core by itself.
  ignoreDependencies: ['axe-core', '@swc/core'],
  ignoreBinaries: ['mount', 'umount'],
} satisfies KnipConfig
