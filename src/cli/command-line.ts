import { Command, type Command as CommanderCommand } from 'commander'
import { type Config, readConfig } from '../app/config.ts'
import { ServerFault } from '../app/embedded/server-fault.ts'
import { catalogues } from '../text/catalogue.ts'

/** What a command of the command line has to say: lines for people, data for `--json`. */
type Said = { lines: string[]; data: unknown }
export type Spoken = ({ ok: true } & Said) | ({ ok: false } & Said)

/** The environment, or every fault of it as a refusal. */
const config = (): { ok: true; config: Config } | { ok: false; said: Spoken } => {
  const read = readConfig(process.env)
  if (read.ok) return read
  const words = catalogues.ja.start
  const lines = read.faults.map(({ name, should }) => words.fault(name, should))
  return { ok: false, said: { ok: false, lines, data: { faults: read.faults } } }
}

/** Works with the environment's settings, or says what is wrong with them. */
export const withConfig = async (work: (given: Config) => Promise<Spoken>): Promise<Spoken> => {
  const read = config()
  return read.ok ? work(read.config) : read.said
}

/** Why nothing was done, in one line. */
export const refused = (line: string): Spoken => ({ ok: false, lines: [line], data: { error: line } })

/** Prints what a command says, and ends with 1 when it refused. */
export const speak = (spoken: Spoken, json: boolean): void => {
  const { ok, lines, data } = spoken
  if (json) process.stdout.write(`${JSON.stringify(data)}\n`)
  else (ok ? process.stdout : process.stderr).write(lines.map((line) => `${line}\n`).join(''))
  if (!ok) process.exitCode = 1
}

/** The last word on what went wrong outside our hands: one line, no trace. What is a bug is thrown on. */
export const failed = (error: unknown): void => {
  const { servers, databaseAway } = catalogues.ja.start
  if (error instanceof ServerFault) speak(refused(servers[error.reason](error.detail)), false)
  else if (isConnection(error)) speak(refused(databaseAway(error.code)), false)
  else throw error
}

/** Codes of a connection that was not made, and of PostgreSQL's for one that it refuses or ends. */
const isConnection = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|08|28|3D|57P)/.test(String(error.code))

/** A command with `--json`, as every one has. */
export const cliCommand = (name: string, description: string): CommanderCommand =>
  new Command(name).description(description).option('--json', 'JSONで出す / print JSON', false)
