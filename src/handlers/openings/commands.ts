import type { Command } from '../command.ts'
import { listOpenings } from './list.ts'
import { tellOpeningsCommand } from './tell.ts'

export const openingsCommands: readonly Command[] = [tellOpeningsCommand, listOpenings]
