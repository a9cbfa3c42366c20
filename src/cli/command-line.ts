import { Command, type Command as CommanderCommand } from 'commander'
import { type Config, readConfig } from '../app/config.ts'
import { ServerFault } from '../app/embedded/server-fault.ts'
import { KeyFileMissing } from '../app/key-place.ts'
import { catalogues } from '../text/catalogue.ts'

/** What a command of the command line has to say: lines for people, data for `--json`. */
type Said = { lines: string[]; data: unknown }
export type Spoken = ({ ok: true } & Said) | ({ ok: false } & Said)

/** Reads the configuration, or returns all its faults as a refusal. */
const config = (): { ok: true; config: Config } | { ok: false; said: Spoken } => {
  const read = readConfig(process.env)
  if (read.ok) return read
  const words = catalogues.ja.start
  const lines = read.faults.map(({ name, should }) => words.fault(name, should))
  return { ok: false, said: { ok: false, lines, data: { faults: read.faults } } }
}

/** Runs `work` with the configuration, or returns its faults. `meansPractice`: its store is the one of practice. */
export const withConfig = async (
  work: (given: Config) => Promise<Spoken>,
  meansPractice = false,
): Promise<Spoken> => {
  const read = config()
  return read.ok ? work({ ...read.config, meansPractice }) : read.said
}

/** Makes a refusal of one line. */
export const refused = (line: string): Spoken => ({ ok: false, lines: [line], data: { error: line } })

/** Prints a command's result; exit code 1 for a refusal. */
export const speak = (spoken: Spoken, json: boolean): void => {
  const { ok, lines, data } = spoken
  if (json) process.stdout.write(`${JSON.stringify(data)}\n`)
  else (ok ? process.stdout : process.stderr).write(lines.map((line) => `${line}\n`).join(''))
  if (!ok) process.exitCode = 1
}

/** Prints a failure of the infrastructure in one line, without a stack. Rethrows bugs. */
export const failed = (error: unknown): void => {
  const { servers, databaseAway, keyFileMissing } = catalogues.ja.start
  if (error instanceof ServerFault) speak(refused(servers[error.reason](error.detail)), false)
  else if (error instanceof KeyFileMissing) speak(refused(keyFileMissing(error.path)), false)
  else if (isConnection(error)) speak(refused(databaseAway(error.code)), false)
  else throw error
}

/** Recognizes connection errors by their codes: the network's, and PostgreSQL's for a refused or ended connection. */
const isConnection = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|08|28|3D|57P)/.test(String(error.code))

/** Makes a command on a store: the real one, or with `--practice` the one of practice. */
export const storeCommand = (name: string, description: string): CommanderCommand =>
  cliCommand(name, description).option(
    '--practice',
    '練習用のワークスペースの / of the practice workspace',
    false,
  )

/** Makes a command with the `--json` that all have. */
export const cliCommand = (name: string, description: string): CommanderCommand =>
  new Command(name).description(description).option('--json', 'JSONで出す / print JSON', false)
