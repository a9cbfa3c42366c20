import type { Command } from '../command.ts'
import { listSeries } from './list.ts'

export const seriesCommands: readonly Command[] = [listSeries]
