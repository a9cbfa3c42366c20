import type { Command } from '../command.ts'
import { listGuardExceptions } from './exceptions.ts'

export const privacyCommands: readonly Command[] = [listGuardExceptions]
