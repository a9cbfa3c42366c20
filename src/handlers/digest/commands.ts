import type { Command } from '../command.ts'
import { home } from './home.ts'

export const digestCommands: readonly Command[] = [home]
