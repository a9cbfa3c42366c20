import { z } from 'zod'
import type { Option } from '../legacy/command.ts'

/** A code as it was typed: whether it is one is told by trying it. */
export const codeOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.code,
}
