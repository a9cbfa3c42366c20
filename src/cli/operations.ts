import { Command } from 'commander'
import { cliCommand, speak, storeCommand, withConfig } from './command-line.ts'
import type { DeliveriesOptions } from './deliveries/deliveries.ts'
import type { EraseOptions } from './person/erase.ts'

type Json = { json: boolean }
type OnStore = Json & { practice: boolean }

const backups = [
  storeCommand('backup', '控えを書く（動かしたままでよい） / write a backup, beside a running bot too')
    .argument('<file>')
    .action(async (file: string, { json, practice }: OnStore) =>
      speak(
        await withConfig(async (given) => (await import('./backup/backup.ts')).backup(file, given), practice),
        json,
      ),
    ),
  cliCommand('restore', '控えに戻す / put a backup back')
    .argument('<file>')
    .option('--replace', 'いまの中身を置きかえる / replace what is there', false)
    .action(async (file: string, { json, replace }: Json & { replace: boolean }) =>
      speak(
        await withConfig(async (given) =>
          (await import('./backup/restore.ts')).restore(file, replace, given),
        ),
        json,
      ),
    ),
]

const keys = new Command('keys')
  .description('文章を封じる鍵 / the keys that seal texts')
  .addCommand(
    cliCommand('list', '鍵と、封じた文章の数 / each key and how much it sealed').action(
      async ({ json }: Json) =>
        speak(await withConfig(async (given) => (await import('./keys/list.ts')).listKeys(given)), json),
    ),
  )
  .addCommand(
    cliCommand('rotate', '新しい鍵で封じ直す（動かしたままでよい） / seal everything with a new key').action(
      async ({ json }: Json) =>
        speak(await withConfig(async (given) => (await import('./keys/rotate.ts')).rotateKeys(given)), json),
    ),
  )
  .addCommand(
    cliCommand('forget', '使わなくなった前の鍵を消す / take out an older key that nothing needs')
      .argument('<key>')
      .action(async (key: string, { json }: Json) =>
        speak(
          await withConfig(async (given) => (await import('./keys/forget.ts')).forgetKey(key, given)),
          json,
        ),
      ),
  )

const REGION = ['--region <id>', '圏域がいくつかあるとき / where there are several'] as const
const YES = ['--yes', '説明を読んだうえで、ほんとうに消す / really erase', false] as const

const person = new Command('person')
  .description('ひとりの方のデータ / the data of one member')
  .addCommand(
    storeCommand('export', '保存されているものをJSONで出す / everything that is stored, as JSON')
      .argument('<member>')
      .option(...REGION)
      .action(async (member: string, { json, practice, region }: OnStore & { region?: string }) =>
        speak(
          await withConfig(
            async (given) => (await import('./person/export.ts')).exportPerson(member, region, given),
            practice,
          ),
          json,
        ),
      ),
  )
  .addCommand(
    storeCommand('erase', '辞めた方の個人のデータを消す / erase the personal data of who left')
      .argument('<member>')
      .option(...REGION)
      .option(...YES)
      .action(async (member: string, { json, practice, ...options }: OnStore & EraseOptions) =>
        speak(
          await withConfig(
            async (given) => (await import('./person/erase.ts')).erasePerson(member, options, given),
            practice,
          ),
          json,
        ),
      ),
  )

const oneCase = new Command('case').description('1つのケース / one case').addCommand(
  storeCommand('erase', '終了したケースの文章を消す / erase what was written of a closed case')
    .argument('<code>')
    .option(...REGION)
    .option(...YES)
    .action(async (code: string, { json, practice, ...options }: OnStore & EraseOptions) =>
      speak(
        await withConfig(
          async (given) => (await import('./case/erase.ts')).eraseCase(code, options, given),
          practice,
        ),
        json,
      ),
    ),
)

const health = storeCommand(
  'doctor',
  '動かすのに要るものを確かめる / check everything that the bot needs',
).action(async ({ json, practice }: OnStore) =>
  speak(await (await import('./doctor/doctor.ts')).doctor(process.env, undefined, practice), json),
)

const ledger = storeCommand(
  'deliveries',
  'お知らせの記録: いつ届いたか、なぜ届かなかったか / what was sent to whom and when, or why not',
)
  .option(...REGION)
  .option('--member <id>', 'ひとりの方への / to one member')
  .option('--since <date>', 'この日から（省略: 2週間前から） / from that day on')
  .action(async ({ json, practice, ...options }: OnStore & DeliveriesOptions) =>
    speak(
      await withConfig(
        async (given) => (await import('./deliveries/deliveries.ts')).deliveriesOf(options, given),
        practice,
      ),
      json,
    ),
  )

/** The operators' commands. */
export const operations = [health, ...backups, keys, person, oneCase, ledger]
