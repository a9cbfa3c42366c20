import { randomUUID } from 'node:crypto'
import type { Card } from '../../src/bot/card.ts'
import type { FormValues } from '../../src/bot/form.ts'
import type { Interaction, Reply } from '../../src/bot/port.ts'
import type { Product } from './product.ts'

/** What people of the sample region do, each through the one door. */
export const people = (product: Pick<Product, 'dispatch'>, region = 'saikatsuhoku') => {
  const account = (user: string) => ({ platform: 'practice' as const, workspace: region, user })
  const does = (user: string, what: Interaction extends infer I ? Partial<I> : never): Promise<Reply> =>
    product.dispatch({ account: account(user), event: randomUUID(), ...what } as Interaction)
  return {
    types: (user: string, words: string) => does(user, { kind: 'words', words }),
    presses: (user: string, command: string, options: Record<string, string> = {}) =>
      does(user, { kind: 'run', press: { command, options } }),
    keeps: (user: string, command: string, options: Record<string, string>, values: FormValues) =>
      does(user, { kind: 'keep', press: { command, options }, values }),
    submits: (user: string, command: string, options: Record<string, string>, values: FormValues) =>
      does(user, { kind: 'submit', press: { command, options }, values }),
  }
}

/** Everything that a reply or card says, for a look at its words. */
export const saidIn = (reply: Reply | Card): string => JSON.stringify(reply)
