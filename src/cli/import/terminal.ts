import { createInterface } from 'node:readline/promises'

/** Asks a question where a person sits at the terminal; undefined where nobody does. */
export const askOnTerminal = (): ((question: string) => Promise<string>) | undefined => {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr })
    const answer = await lines.question(question)
    lines.close()
    return answer
  }
}

/** Shows how far a long run is. */
export const showProgress = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
