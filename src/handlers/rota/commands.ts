import type { Command } from '../command.ts'
import { answerRotaSwap } from './answer-swap.ts'
import { listRota } from './list.ts'
import { rotaNow } from './now.ts'
import { swapRota } from './swap.ts'

export const rotaCommands: readonly Command[] = [rotaNow, listRota, swapRota, answerRotaSwap]
