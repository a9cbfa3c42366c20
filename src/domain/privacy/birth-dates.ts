import type { Detector } from './finding.ts'
import { matchesOf } from './matches.ts'

const ERA = '(?:明[ ]?治|大[ ]?正|昭[ ]?和|平[ ]?成|令[ ]?和|[明大昭平令]|[MTSHRmtshr])'
const NUMBER = '(?:元|\\d{1,2}|[〇一二三四五六七八九十]{1,3})'
const SPACE = '[ \\n]?'
const YEAR = `(?:(?:西暦)?${SPACE}(?:19|20)\\d{2}|${ERA}[.・]?${SPACE}${NUMBER}|二〇[〇一二三四五六七八九]{2}|一九[〇一二三四五六七八九]{2})`
/** The year a second time, in the other reckoning: 昭和60年(1985年). */
const AGAIN = `(?:${SPACE}\\([^()\\n]{1,10}\\))?`
const JOINT = `${SPACE}[年月./・\\-]${SPACE}`
const MONTH_DAY = `${NUMBER}${JOINT}${NUMBER}(?:${SPACE}日)?`
const FULL = `${YEAR}${AGAIN}${SPACE}年?${AGAIN}${SPACE}[./・\\-]?${SPACE}${MONTH_DAY}`
const YEAR_MONTH = `${YEAR}${AGAIN}${SPACE}年${AGAIN}${SPACE}${NUMBER}${SPACE}月`
const MONTH_AND_DAY = `${NUMBER}${SPACE}月${SPACE}${NUMBER}${SPACE}日`

const MONTH_NAME =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'

/** After a label a year may stand without its era, and digits without anything between them. */
const BARE = `\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2}|(?:${ERA}[.]?)?\\d{6,8}(?!\\d)|\\d{2}${JOINT}${MONTH_DAY}`
const LABEL =
  '(?:生年月日|誕生日|出生年月日|出生日|生まれた(?:日|のは)|出生(?=[はが:]|[ ]?[\\d昭平令大MTSHR])|生まれは|生誕|お?誕生|birthday|date of birth|DOB)'
const AFTER_LABEL =
  '(?:\\([^()\\d\\n]{1,8}\\))?[ \\n:=はがのと(「\\t]{0,4}(?:(?:(?:明治|大正|昭和|平成|令和)[・/ ]{1,2}){2,5})?'
const BORN = `${SPACE}(?:頃|ごろ)?[、,]?(?:に|の|に[^。、\\d\\n]{1,10}で)?${SPACE}\\)?(?:お?生まれ|生れ|うまれ|出生|誕生|生(?=[ \\n。、,.()」』】/・;:の男女]|$))`

const DATES: readonly RegExp[] = [
  new RegExp(`(?<![\\d\\p{L}])(?<here>\\d{2}年\\d{1,2}月\\d{1,2}日)${BORN}`, 'dgu'),
  new RegExp(`${LABEL}${AFTER_LABEL}(?<here>${FULL}|${BARE}|${YEAR_MONTH}|${MONTH_AND_DAY})`, 'dgiu'),
  new RegExp(`(?<![\\d])(?<here>${FULL}|${YEAR_MONTH}|${MONTH_AND_DAY})${BORN}`, 'dgu'),
  new RegExp(
    `(?<![\\d./・\\-])(?<here>\\d{2}[./・\\-]\\d{1,2}[./・\\-]\\d{1,2}|(?:19|20)\\d{6}|${ERA}\\d{6})${BORN}`,
    'dgu',
  ),
  // With an age or a sex beside it: 昭和55年5月6日(45歳), 45歳(昭和55年5月6日), S55.5.6 男
  new RegExp(
    `(?<![\\d])(?<here>${FULL})(?:[ ]?[(、,・/][ ]?|[ ])(?:(?:現在)?(?:満)?\\d{1,3}[歳才](?!以|未|児|から)|(?:男|女)(?:性|子)?(?:$|[ 、。,)・]))`,
    'dgu',
  ),
  new RegExp(`\\d{1,3}[歳才][ ]?[(、,・/ ][ ]?(?<here>${FULL})(?=[ ]?(?:[)]|生|$))`, 'dgu'),
  new RegExp(
    `(?:\\b(?:born|birth(?:day|date)?|DOB)\\b[ :]*(?:is|was|on|in)?[ ]?(?:on )?)(?<here>(?:${MONTH_NAME}[ .]{1,2}\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH_NAME}[.]?)(?:,? ?(?:19|20)\\d{2})?|${FULL}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2})`,
    'dgiu',
  ),
  /誕生日[はが:]?[ ]?(?<here>\d{1,2}\/\d{1,2})(?!\d)/dgu,
]

/**
 * Dates beside a word of birth. A year alone may stay (REGULATION.md section e), a date alone is any date, and a month
 * alone (4月生まれ) tells too little.
 */
export const birthDates: Detector = (text) =>
  SPEAKS_OF_BIRTH.test(text) ? DATES.flatMap((pattern) => matchesOf(text, pattern, 'birth_date')) : []

/** Nothing else can match: most texts are done with here. */
const SPEAKS_OF_BIRTH = /生|うまれ|誕|birth|born|DOB|[歳才男女]/iu
