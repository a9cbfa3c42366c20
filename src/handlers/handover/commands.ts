import type { Command } from '../command.ts'
import { acknowledgeHandover } from './acknowledge.ts'
import { returnHandover } from './back.ts'
import { listHandovers } from './list.ts'
import { sendHandover } from './send.ts'
import { showHandover } from './show.ts'

export const handoverCommands: readonly Command[] = [
  sendHandover,
  listHandovers,
  showHandover,
  acknowledgeHandover,
  returnHandover,
]
