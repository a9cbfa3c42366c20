import { Command, type Command as CommanderCommand } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { catalogues } from '../text/catalogue.ts'

/** What a command of the command line has to say: lines for people, data for `--json`. */
type Said = { lines: string[]; data: unknown }
export type Spoken = ({ ok: true } & Said) | ({ ok: false } & Said)

/** The environment, or every fault of it as a refusal. */
export const config = (): { ok: true; config: Config } | { ok: false; said: Spoken } => {
  const read = readConfig(process.env)
  if (read.ok) return read
  const words = catalogues.ja.start
  const lines = read.faults.map(({ name, should }) => words.fault(name, should))
  return { ok: false, said: { ok: false, lines, data: { faults: read.faults } } }
}

/** Prints what a command says, and ends with 1 when it refused. */
export const speak = (spoken: Spoken, json: boolean): void => {
  const { ok, lines, data } = spoken
  if (json) process.stdout.write(`${JSON.stringify(data)}\n`)
  else (ok ? process.stdout : process.stderr).write(lines.map((line) => `${line}\n`).join(''))
  if (!ok) process.exitCode = 1
}

/** A command with `--json`, as every one has. */
export const cliCommand = (name: string, description: string): CommanderCommand =>
  new Command(name).description(description).option('--json', 'JSONで出す / print JSON', false)
