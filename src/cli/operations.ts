import { backup } from './backup/backup.ts'
import { restore } from './backup/restore.ts'
import { cliCommand, speak, withConfig } from './command-line.ts'

type Json = { json: boolean }

const backups = [
  cliCommand('backup', '控えを書く（動かしたままでよい） / write a backup, beside a running bot too')
    .argument('<file>')
    .action(async (file: string, { json }: Json) =>
      speak(await withConfig((given) => backup(file, given)), json),
    ),
  cliCommand('restore', '控えに戻す / put a backup back')
    .argument('<file>')
    .option('--replace', 'いまの中身を置きかえる / replace what is there', false)
    .action(async (file: string, { json, replace }: Json & { replace: boolean }) =>
      speak(await withConfig((given) => restore(file, replace, given)), json),
    ),
]

/** The commands for whoever keeps the bot running. */
export const operations = [...backups]
