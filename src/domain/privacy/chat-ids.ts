import type { Detector } from './finding.ts'
import { matchesOf } from './matches.ts'

const SERVICE =
  '(?:LINE(?!\\s?WORKS)|ライン|インスタ(?:グラム)?|Instagram|(?<![A-Za-z])IG(?![A-Za-z])|(?<![A-Za-z])X(?![A-Za-z])|旧?Twitter|旧?ツイッター|Facebook|フェイスブック|(?<![A-Za-z])FB(?![A-Za-z])|Tik[ ]?Tok|ティックトック|Discord|ディスコード|Skype|スカイプ|カカオ(?:トーク)?|Kakao[ ]?(?:Talk)?|We[ ]?Chat|ウィーチャット|微信|Telegram|テレグラム|WhatsApp|ワッツアップ|Signal|Messenger|メッセンジャー|Viber|Zalo|Threads|スレッズ|Bluesky|ブルースカイ|mixi|ミクシィ|YouTube|ユーチューブ|Twitch|Snapchat|Steam|PSN|Slack|チャット|SNS|DM)'
const ACCOUNT =
  '(?:[ユイ]ーザー?(?:名|ネーム|ID)?|アカウント(?:名|ID)?|垢|ID|アイディー|ハンドル(?:名|ネーム)?|account|user[ ]?name|handle)'
/** What stands between: の, は, a colon, brackets. */
const GAP = '[ \\n]{0,2}(?:は|が|の|を|も|で|へ|に|:|=|・|-|is\\b)?[ \\n]{0,2}[「『"\'(（]?[ ]?'
const HANDLE = '@?[A-Za-z\\d](?:[A-Za-z\\d_.\\-]{1,38}[A-Za-z\\d_]|_)(?:#\\d{4})?'

/** After a word for an account anything that could be one; no version, number or word of a sentence in English. */
const OF_AN_ACCOUNT = new RegExp(
  `(?:${SERVICE}[^。\\n]{0,12}?${ACCOUNT}|(?<![A-Za-z会議])${ACCOUNT})${GAP}(?<here>@?${HANDLE})(?![A-Za-z\\d])`,
  'dgiu',
)
const OF_A_SERVICE = new RegExp(
  `${SERVICE}(?:を?交換|で?(?:連絡|登録)?先?|名)?${GAP}(?<here>@?${HANDLE})(?![A-Za-z\\d@])`,
  'dgiu',
)
const MENTIONED = new RegExp(
  `(?:${SERVICE}|フォロー|相互|投稿|プロフ|裏アカ|本アカ|サブアカ|アカ)[^。\\n@]{0,16}(?<here>@[A-Za-z\\d_][\\w.\\-]{1,38}[A-Za-z\\d_])`,
  'dgiu',
)
const MENTIONED_BEFORE = new RegExp(
  `(?<![\\w.+-])(?<here>@[A-Za-z\\d_][\\w.\\-]{1,38}[A-Za-z\\d_])(?=[」)』]?[ ]?(?:というアカ|のアカ|のインスタ|のツイ|のX|のDM|をフォロー|に(?:は)?DM|へDM|さん?の投稿|\\((?:${SERVICE})\\)))`,
  'dgiu',
)
const TAG = /(?<![\w#])(?<here>[A-Za-z][\w.]{2,31}#\d{4})(?!\d)/dgu
const PAGE =
  /(?<here>(?:https?:\/\/)?(?:www\.|m\.)?(?:(?:x|twitter|instagram|facebook|tiktok|threads|t)\.(?:com|net|me)\/@?(?!(?:share|home|explore|login|help|about|search|hashtag|p|reel|groups|events)(?:[/?]|$))[\w.-]{3,40}\/?|line\.me\/(?:ti|R)\/[\w/~@\-.]{3,60}|lin\.ee\/[\w]{4,20}|discord\.gg\/\w{4,20}|wa\.me\/\d{8,15}))/dgiu

const NUMBERS_ONLY = /^@?[\d.-]+$/u
/** Handles show by a sign, a digit or an underscore; without one they stand after a word for an account. */
const isHandle = (here: string): boolean =>
  /^@/.test(here) || (/[A-Za-z]/.test(here) && (/_/.test(here) || /[A-Za-z][.-]?\d/.test(here)))
const ORDINARY =
  /^(?:ID|URL|QR|SNS|PC|IT|Wi-?Fi|API|App|OK|NG|LINE|Zoom|Teams|Google|Slack|Discord|Excel|Word|PDF|account|user|name|Pay|WORKS|Works|Messenger|Bot|video|call|group|[A-Z]{1,2}|[A-Z]-\d+|B型|A型|[vV]er.*|\d+[a-zA-Z]{1,2})$/iu

/** Accounts of chats and social media: by the service or a word for an account, by @, by a page's address. */
export const chatIds: Detector = (text) => {
  if (!/[A-Za-z]/.test(text) && !/ID|アカウント/u.test(text)) return []
  return [
    ...matchesOf(
      text,
      OF_AN_ACCOUNT,
      'chat_id',
      (here) =>
        !ORDINARY.test(here) &&
        (isHandle(here) ||
          (/[a-z]/u.test(here) && here.length >= 4) ||
          (NUMBERS_ONLY.test(here) && here.length > 5)),
    ),
    ...matchesOf(
      text,
      OF_A_SERVICE,
      'chat_id',
      (here) => !ORDINARY.test(here) && !/^[A-Z]-?\d{1,4}$/u.test(here) && isHandle(here),
    ),
    ...matchesOf(text, MENTIONED, 'chat_id'),
    ...matchesOf(text, MENTIONED_BEFORE, 'chat_id'),
    ...matchesOf(text, TAG, 'chat_id', (here) => !/^(?:No|issue|room|ver)/iu.test(here)),
    ...matchesOf(text, PAGE, 'chat_id'),
  ]
}
