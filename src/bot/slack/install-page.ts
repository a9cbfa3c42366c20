import { catalogues } from '../../text/catalogue.ts'

type Words = (typeof catalogues)['ja']['slack']['install']
type Said = 'installed' | 'cancelled' | 'expired' | 'unsupported' | 'failed'

/** The address of the page that Slack sends people back to holds a code: nobody else is to see it. */
export const PAGE_HEADERS: readonly (readonly [string, string])[] = [
  ['cache-control', 'no-store'],
  ['referrer-policy', 'no-referrer'],
  ['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"],
  ['x-content-type-options', 'nosniff'],
]

/** Nobody has said yet which language they read, so that both are there. */
const LANGUAGES = ['ja', 'en'] as const
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => catalogues[language].slack.install

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const paragraphs = (say: (words: Words) => string): string =>
  LANGUAGES.map((language) => `<p lang="${language}">${escaped(say(wordsIn(language)))}</p>`).join('')

const link = (address: string, say: (words: Words) => string): string =>
  `<p><a href="${escaped(address)}">${LANGUAGES.map((language) => escaped(say(wordsIn(language)))).join(' / ')}</a></p>`

const page = (body: string): string => `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(wordsIn('ja').title)}</title>
<style>
  body { margin: 0 auto; max-width: 36rem; padding: 2rem 1rem; font: 1rem/1.8 sans-serif; color: #1d1c1d; background: #fff }
  h1 { font-size: 1.3rem }
  p:lang(en) { color: #555; font-size: .9rem }
  a { display: inline-block; padding: .6rem 1.2rem; border-radius: .4rem; background: #4a154b; color: #fff; text-decoration: none }
  a:focus-visible { outline: 3px solid #1264a3; outline-offset: 2px }
</style>
<main><h1>${escaped(wordsIn('ja').title)}</h1>${body}</main>
</html>
`

/** The way to Slack's own page, where the person allows it. */
export const installPage = (address: string): string =>
  page(paragraphs(({ lead }) => lead) + link(address, ({ add }) => add))

/** How an installation ended; `again` is where it can be begun anew. */
export const messagePage = (said: Said, again: string): string =>
  page(paragraphs((words) => words[said]) + (said === 'installed' ? '' : link(again, (words) => words.again)))
