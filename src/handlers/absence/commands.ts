import type { Command } from '../command.ts'
import { endAbsenceCommand } from './end.ts'
import { takeAbsenceCommand } from './take.ts'

export const absenceCommands: readonly Command[] = [takeAbsenceCommand, endAbsenceCommand]
