import { Command } from 'commander'
import { backup } from './backup/backup.ts'
import { restore } from './backup/restore.ts'
import { cliCommand, speak, withConfig } from './command-line.ts'

import { doctor } from './doctor/doctor.ts'
import { forgetKey } from './keys/forget.ts'
import { listKeys } from './keys/list.ts'
import { rotateKeys } from './keys/rotate.ts'

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

const keys = new Command('keys')
  .description('文章を封じる鍵 / the keys that seal texts')
  .addCommand(
    cliCommand('list', '鍵と、封じた文章の数 / each key and how much it sealed').action(
      async ({ json }: Json) => speak(await withConfig(listKeys), json),
    ),
  )
  .addCommand(
    cliCommand('rotate', '新しい鍵で封じ直す（動かしたままでよい） / seal everything with a new key').action(
      async ({ json }: Json) => speak(await withConfig((given) => rotateKeys(given)), json),
    ),
  )
  .addCommand(
    cliCommand('forget', '使わなくなった前の鍵を消す / take out an older key that nothing needs')
      .argument('<key>')
      .action(async (key: string, { json }: Json) =>
        speak(await withConfig((given) => forgetKey(key, given)), json),
      ),
  )

const health = cliCommand(
  'doctor',
  '動かすのに要るものを確かめる / check everything that the bot needs',
).action(async ({ json }: Json) => speak(await doctor(process.env), json))

/** The commands for whoever keeps the bot running. */
export const operations = [health, ...backups, keys]
