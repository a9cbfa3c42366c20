import type { Command } from '../command.ts'
import { reportVisitCommand } from './done.ts'
import { listVisits } from './list.ts'
import { showVisit } from './show.ts'

export const visitCommands: readonly Command[] = [listVisits, showVisit, reportVisitCommand]
