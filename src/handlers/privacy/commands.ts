import type { Command } from '../command.ts'
import { passedNames } from './exceptions.ts'

export const privacyCommands: readonly Command[] = [passedNames]
