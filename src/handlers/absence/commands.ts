import type { Command } from '../command.ts'
import { endLeaveCommand } from './end.ts'
import { takeLeaveCommand } from './take.ts'

export const absenceCommands: readonly Command[] = [takeLeaveCommand, endLeaveCommand]
