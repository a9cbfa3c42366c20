// First: it speeds up the imports after it.
import '../app/startup-speed.ts'
import { Command } from 'commander'
import type { Role } from '../app/config.ts'
import { cliCommand, failed, speak, storeCommand, withConfig } from './command-line.ts'
import type { ImportOptions } from './import/import-cases.ts'
import type { ForecastOptions } from './monitoring/forecast.ts'
import type { MonthsOptions } from './monitoring/months.ts'
import { operations } from './operations.ts'
import type { CheckOptions } from './pii/check.ts'
import type { CodeOptions, NewRegionOptions } from './region/code.ts'

try {
  process.loadEnvFile()
} catch {
  // No .env: everything has a default.
}

/** Actions are imported lazily: listing months need not load Slack's library. */
type Json = { json: boolean }
type OnStore = Json & { practice: boolean }

const start = cliCommand('start', 'つなぎを動かす / run the bot')
  .option('--role <role>', 'all, bot, worker', 'all')
  .action(async ({ role }: { role: string }) => {
    const roles: readonly Role[] = ['all', 'bot', 'worker']
    const chosen = roles.find((one) => one === role)
    if (chosen) process.exitCode = await (await import('../app/main.ts')).runBot(chosen)
    else
      speak(
        { ok: false, lines: ['--role は all、bot、worker のどれかです / one of all, bot, worker'], data: {} },
        false,
      )
  })

const region = new Command('region')
  .description('圏域のファイル / the region file')
  .addCommand(
    storeCommand('apply', 'ファイルのとおりにする / make the region what the file says')
      .argument('<file>')
      .option('--dry-run', '変わるところだけを見る / only print what would change', false)
      .action(async (file: string, { json, practice, dryRun }: OnStore & { dryRun: boolean }) =>
        speak(
          await withConfig(
            async (given) => (await import('./region/apply.ts')).applyRegion(file, dryRun, given),
            practice,
          ),
          json,
        ),
      ),
  )
  .addCommand(
    storeCommand('export', 'いまの圏域をファイルとして出す / print the region as a file')
      .argument('[id]')
      .action(async (id: string | undefined, { json, practice }: OnStore) =>
        speak(
          await withConfig(
            async (given) => (await import('./region/export.ts')).exportRegion(id, given),
            practice,
          ),
          json,
        ),
      ),
  )

region
  .addCommand(
    cliCommand('new', '新しい圏域を作り、接続コードを出す / a new region, and a code to connect it')
      .argument('<id>')
      .requiredOption('--name <name>', '圏域の名前 / its name')
      .requiredOption('--coordinator <name>', '基幹職員の氏名 / the coordinator')
      .action(async (id: string, { json, ...options }: Json & NewRegionOptions) =>
        speak(
          await withConfig(async (given) => (await import('./region/code.ts')).newRegion(id, options, given)),
          json,
        ),
      ),
  )
  .addCommand(
    cliCommand('code', 'ワークスペースをつなぐ1回だけのコード / a one-time code to connect a workspace')
      .option('--member <id>', '使う基幹職員 / the coordinator who will type it')
      .option('--region <id>', '圏域がいくつかあるとき / where there are several')
      .action(async ({ json, ...options }: Json & CodeOptions) =>
        speak(
          await withConfig(async (given) => (await import('./region/code.ts')).codeForRegion(options, given)),
          json,
        ),
      ),
  )

const ledger = new Command('import').description('台帳の取りこみ / ledgers').addCommand(
  storeCommand('cases', 'ケースの台帳（.xlsx、.ods、.csv）を取りこむ / a ledger of cases')
    .argument('<file>')
    .option('--region <id>', '圏域がいくつかあるとき / where there are several')
    .option('--dry-run', '読めたことと直すところだけを見る / only print what was read', false)
    .option('--sheet <name...>', '読むシート / the sheets to read')
    .option('--from <month>', '過ぎた月を数え始める月、か all / count past months from: 2026-11, all')
    .action(
      async (
        file: string,
        { json, practice, region: id, ...options }: OnStore & ImportOptions & { region?: string },
      ) =>
        speak(
          await withConfig(async (given) => {
            const { askOnTerminal, showProgress } = await import('./import/terminal.ts')
            const { importCases } = await import('./import/import-cases.ts')
            return importCases(file, id, given, {
              ...options,
              ask: json ? undefined : askOnTerminal(),
              onProgress: json ? undefined : showProgress,
            })
          }, practice),
          json,
        ),
    ),
)

const monitoring = new Command('monitoring').description('モニタリング').addCommand(
  cliCommand('months', '1つの計画のモニタリング月 / the due months of one plan')
    .requiredOption('--start <date>', '有効期間の開始 / validity from')
    .requiredOption('--end <date>', '有効期間の終了 / validity to')
    .requiredOption('--kind <kind>', 'new, change, renewal')
    .option('--interval <months>', '1, 2, 3, 4, 6, 12')
    .option('--first <month>', '受給者証のはじめの月 / first month printed')
    .option('--last <month>', '受給者証の終わりの月 / last month printed')
    .option('--line <line...>', "受給者証の行 / a printed line: '3月ごと(H28.7~H29.4)'")
    .option('--new-start <start>', '新規の数え始め / decision, next', 'decision')
    .action(async ({ json, ...options }: Json & MonthsOptions) =>
      speak((await import('./monitoring/months.ts')).monitoringMonths(options), json),
    ),
)
monitoring.addCommand(
  storeCommand('forecast', 'これから12か月の見通し / the next twelve months')
    .option('--region <id>', '圏域がいくつかあるとき / where there are several')
    .option('--xlsx <file>', '表を書き出す / write a workbook')
    .option('--png <file>', '図を書き出す / write a chart')
    .action(async ({ json, practice, ...options }: OnStore & ForecastOptions) =>
      speak(
        await withConfig(
          async (given) => (await import('./monitoring/forecast.ts')).forecastOfRegion(options, given),
          practice,
        ),
        json,
      ),
    ),
)

const pii = new Command('pii').description('個人情報 / personal data').addCommand(
  cliCommand('check', '文章の中の個人情報をさがす / what the guard finds in a text')
    .argument('[file]', '- か省略: 標準入力 / standard input', '-')
    .option('--lines', '1行ずつ別の文章として / each line a text of its own', false)
    .action(async (file: string, options: CheckOptions) => {
      const said = await (await import('./pii/check.ts')).checkPersonalData(file, options)
      speak(said, options.json && !said.ok)
    }),
)

const slack = new Command('slack').description('Slack').addCommand(
  cliCommand('manifest', 'Slackアプリのマニフェスト / the app manifest')
    .option('--url <url>', 'HTTPで受けるとき / over HTTP: https://…/slack/events')
    .option('--install <url>', 'いくつものワークスペースに入れるとき / many workspaces: PUBLIC_URL')
    .action(async ({ url, install }: Json & { url?: string; install?: string }) => {
      const addresses = { requestUrl: url, publicUrl: install?.replace(/\/+$/, '') }
      const manifest = (await import('../bot/slack/install.ts')).slackManifest(
        (await import('../handlers/registry.ts')).registry().views,
        addresses,
      )
      speak({ ok: true, lines: [JSON.stringify(manifest, null, 2)], data: manifest }, false)
    }),
)

const discordConfig = async () => {
  const { readDiscordConfig } = await import('../bot/discord/config.ts')
  return readDiscordConfig((await import('../app/config.ts')).setIn(process.env)).config
}

const discord = new Command('discord')
  .description('Discord')
  .addCommand(
    cliCommand('register', 'コマンドを登録しなおし、変わったところを出す / register the commands').action(
      async ({ json }: Json) =>
        speak(
          await withConfig(async () =>
            (await import('./discord/register.ts')).registerOnDiscord(
              await discordConfig(),
              (await import('../handlers/registry.ts')).registry().views,
            ),
          ),
          json,
        ),
    ),
  )
  .addCommand(
    cliCommand('invite', 'サーバーに入れるためのURL / the address that lets the bot into a server').action(
      async ({ json }: Json) =>
        speak(
          await withConfig(async () =>
            (await import('./discord/invite.ts')).inviteToDiscord(await discordConfig()),
          ),
          json,
        ),
    ),
  )

const simulation = cliCommand(
  'simulate',
  '期間を仮想の時計で過ごし、数える / live a period through and count',
)
  .argument('<file>')
  .requiredOption('--from <date>', '2026-04-01')
  .requiredOption('--to <date>', '2027-03-31')
  .option('--posts <file>', '会議体への投稿を書き出すファイル / where the posts to councils are written')
  .action(
    async (file: string, { json, from, to, posts }: Json & { from: string; to: string; posts?: string }) =>
      speak(await (await import('./simulate/simulate.ts')).simulate(file, from, to, posts), json),
  )

const tsunagi = new Command('tsunagi')
  .description('つなぎ: 障害者相談支援の連携を支えるボット')
  .addCommand(start)
  .addCommand(region)
  .addCommand(ledger)
  .addCommand(monitoring)
  .addCommand(pii)
  .addCommand(slack)
  .addCommand(discord)
  .addCommand(simulation)
for (const command of operations) tsunagi.addCommand(command)
await tsunagi.parseAsync().catch(failed)
