import type { Command } from '../command.ts'
import { connectWorkspace } from './connect.ts'

export const workspaceCommands: readonly Command[] = [connectWorkspace]
