import { test, vi } from 'vitest'
import { checkElsewhere, checkEveryday } from './check.ts'

/** Each goes through the whole product. */
vi.setConfig({ testTimeout: 400_000 })

test('every card, form, message and document is as it was (Japanese)', () => checkEveryday('ja'))

test('so is what only real workspaces see, and what seldom happens (Japanese)', () => checkElsewhere('ja'))
