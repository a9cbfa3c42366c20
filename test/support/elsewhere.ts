import { randomUUID } from 'node:crypto'
import type { FormValues } from '../../src/bot/form.ts'
import type { Account, Interaction, Reply } from '../../src/bot/port.ts'
import type { Product } from './product.ts'

type Where = Pick<Account, 'platform' | 'workspace'>

/** What people do in a Slack workspace or Discord server, each through the one door, by the platform's user ids. */
export const elsewhere = (product: Pick<Product, 'dispatch'>, where: Where) => {
  const does = (user: string, what: Interaction extends infer I ? Partial<I> : never): Promise<Reply> =>
    product.dispatch({ account: { ...where, user }, event: randomUUID(), ...what } as Interaction)
  return {
    types: (user: string, words: string, channel?: string) =>
      does(user, { kind: 'words', words, ...(channel === undefined ? {} : { channel }) }),
    presses: (user: string, command: string, options: Record<string, string> = {}) =>
      does(user, { kind: 'run', press: { command, options } }),
    submits: (user: string, command: string, options: Record<string, string>, values: FormValues) =>
      does(user, { kind: 'submit', press: { command, options }, values }),
  }
}

/** The code that a reply shows. */
export const codeIn = (reply: Reply): string => {
  const [code] = /[A-Z]{4}-[A-Z]{4}-[A-Z]{4}/.exec(JSON.stringify(reply)) ?? []
  if (code === undefined) throw new Error(`no code in ${JSON.stringify(reply)}`)
  return code
}
