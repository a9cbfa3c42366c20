import { glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** One term for a thing, in what people read and in the code: docs/glossary.md. Spelling is cspell's. */

type Term = { not: RegExp; but: string }

/** Of what ends in ー the field and the platforms write it: メンバー, never メンバ. */
const LONG =
  'サーバ|ブラウザ|フォルダ|ライブラリ|ユーザ|メンバ|センタ|ファシリテータ|スーパーバイザ|コンピュータ|プリンタ'

const TERMS: readonly Term[] = [
  { not: new RegExp(`(${LONG})(?!ー)`, 'gu'), but: 'with a ー at its end' },
  { not: /ケースコード|ケースID/gu, but: 'ケース番号' },
  { not: /スケジュール調整|日程の調整/gu, but: '日程調整' },
  { not: /アジェンダ/gu, but: '次第' },
  { not: /管轄/gu, but: '圏域' },
  { not: /持越し?|持ちこし/gu, but: '持ち越し' },
  { not: /打ち合わせ|打合わせ/gu, but: '打合せ' },
  { not: /引継ぎ?/gu, but: '引き継ぎ' },
  { not: /障がい|障碍/gu, but: '障害' },
  { not: /スーパーヴィ/gu, but: 'スーパービジョン, スーパーバイザー' },
  { not: /チャネル/gu, but: 'チャンネル' },
  { not: /バックアップ/gu, but: '控え' },
  { not: /リマインダー?/gu, but: 'お知らせ' },
  { not: /締切/gu, but: '締め切り' },
  { not: /取消し/gu, but: '取り消し' },
  { not: /問合せ|問合わせ/gu, but: '問い合わせ' },
  { not: /下さい/gu, but: 'ください' },
  { not: /行な[いうえっ]/gu, but: '行う, 行って' },
  { not: /\bhomework\b|\baction items?\b|\bto-?dos\b/giu, but: 'follow-up (宿題)' },
  { not: /\bcase numbers?\b/giu, but: 'case code (ケース番号)' },
  { not: /\bmeeting notes\b/giu, but: 'minutes' },
  { not: /\bnote-?takers?\b/giu, but: 'recorder (記録)' },
  { not: /\bmoderators?\b/giu, but: 'facilitator (司会)' },
  { not: /\bfinancial years?\b/giu, but: 'fiscal year (年度)' },
  { not: /\bsub-committees?\b/giu, but: 'subcommittee (部会)' },
  { not: /\bduty rosters?\b/giu, but: 'rota (輪番)' },
  { not: /\bself plans?\b/gu, but: 'self-plan (セルフプラン)' },
  { not: /\b(?:organized?|organizers?|organizations?|organizing)\b/giu, but: 'organise, …' },
  { not: /\bbehaviors?\b/giu, but: 'behaviour' },
]

/** `line:what -> the term` of every word that has another term. */
export const faultsIn = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line, at) =>
      TERMS.flatMap(({ not, but }) =>
        [...line.matchAll(not)].map(([found]) => `${at + 1}: ${found} -> ${but}`),
      ),
    )

/** What people read, and the code; examples of regions name things as those regions do. */
const FILES = ['*.md', 'docs/**/*.md', 'src/**/*.ts', 'bench/*.ts', '.env.example', 'compose.yaml']
const EXCEPT = new Set(['docs/licences.md'])

const check = async (): Promise<boolean> => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  let isGood = true
  for await (const path of glob(FILES, { cwd: root })) {
    if (EXCEPT.has(path)) continue
    for (const fault of faultsIn(await readFile(`${root}/${path}`, 'utf8'))) {
      console.error(`${path}:${fault}`)
      isGood = false
    }
  }
  return isGood
}

if (import.meta.main && !(await check())) process.exitCode = 1
