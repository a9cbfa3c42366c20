import { FAMILY_READINGS, FOREIGN_NAMES, GIVEN_READINGS } from './common-names.ts'
import { isAboutPerson } from './katakana-names.ts'
import type { Reading, Span } from './reading.ts'
import { lettersOf, withoutLength } from './romaji.ts'

const ofReadings = (readings: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...readings].map((reading) => withoutLength(lettersOf(reading))))
const FAMILY = ofReadings(FAMILY_READINGS)
const GIVEN = ofReadings(GIVEN_READINGS)

const WORD =
  "(?:(?:[A-Z]['’])?[A-Z][a-z\\u00e0-\\u00ff\\u0101\\u0113\\u012b\\u014d\\u016b]{1,20}(?:-[A-Z][a-z]{1,12})?|[A-Z]{2,16}|[A-Z]\\.)"
/** Small words inside a name: de la Cruz, van Dijk, bin Ali. */
const PARTICLE = '(?:de|da|dos|del|la|van|von|bin|binti|al|el|y)'
const RUN = new RegExp(
  `(?<![A-Za-z@./_\\-\\d])(?:${WORD})(?:[ ・,]{1,2}(?:${PARTICLE}[ ]){0,2}${WORD}){0,4}(?![A-Za-z@_\\d/]|\\.[a-z])`,
  'gu',
)

type Kind = 'family' | 'given' | 'foreign' | 'other' | 'word'

/** Names in Roman letters, Japanese and others: Tanaka Kenji, MARIA SANTOS, Mr Okada, Kenji-san. */
export const latinNames = (reading: Reading): Span[] => {
  const { text } = reading
  if (!/[A-Z]/.test(text)) return []
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => nameIn(text, run, index))
}

const nameIn = (text: string, run: string, index: number): Span[] => {
  const words = [...run.matchAll(/[^ ・,]+/gu)].map(({ 0: word, index: at }) => ({
    word,
    kind: kindOf(word),
    from: index + at,
    to: index + at + word.length,
  }))
  const isNamed = (kind: Kind) => kind === 'family' || kind === 'given' || kind === 'foreign'
  const first = words.findIndex(({ kind }) => isNamed(kind))
  const rest = first < 0 ? words : words.slice(first)
  const end = rest.findIndex(({ kind }) => kind === 'word')
  const named = end < 0 ? rest : rest.slice(0, end)
  const [one] = named
  const last = named.at(-1)
  if (!one || !last) return []
  const ahead = words[first - 1]
  if (ahead && OF_A_THING.test(ahead.word)) return []
  // In a Japanese sentence no English word stands before a name: Le Thi Thu.
  const from = ahead?.kind === 'other' && /[ぁ-ん]/u.test(text) ? (words[0]?.from ?? one.from) : one.from
  const span = { from, to: last.to - (last.word.endsWith("'") ? 1 : 0) }
  const hasThing = end > 0 && first < 0
  if (
    hasThing ||
    /^[ ]?(?:Inc|Co|Ltd|Hospital|Clinic|Center|Centre|School|University|Hall)/u.test(text.slice(span.to))
  )
    return []
  if (CALLED.test(text.slice(span.to)) || TITLED.test(text.slice(Math.max(0, from - 6), from)))
    return one.kind === 'word' || /^[A-Z]{2,4}$/.test(text.slice(span.from, span.to)) ? [] : [span]
  return isSure(
    named.map(({ kind }) => kind),
    span,
    text,
  )
    ? [span]
    : []
}

const isSure = (kinds: readonly Kind[], span: Span, text: string): boolean => {
  const known = kinds.filter((kind) => kind === 'family' || kind === 'given' || kind === 'foreign').length
  const whole = kinds.length > 1
  if (known > 1 || (known > 0 && INITIAL.test(text.slice(span.from, span.to)))) return true
  if (whole && kinds.includes('foreign')) return true
  return (known > 0 || (whole && kinds.every((kind) => kind === 'other'))) && speaksOf(text, span)
}

const OF_A_THING =
  /^(?:Home|House|Office|Cent(?:er|re)|School|Hospital|Clinic|Group|Station|Hotel|Team|Project|Service|City|Ward|Town)$/u
/** K. Tanaka, Hayashi M. */
const INITIAL = /^[A-Z]\.|[ ,][A-Z]\.?$/u
const CALLED = /^(?:[ ]?(?:さん|様|氏|くん|君|ちゃん|先生)|-(?:san|sama|kun|chan|sensei|shi)\b)/u
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)[. ]{1,2}$/u

/** Said of persons in English: 's mother, refused, aged 40. */
const OF_PERSON =
  /^(?:['’]s (?:mother|father|parents?|family|son|daughter|sister|brother|wife|husband|home|house|key|plan|case|room|doctor|guardian|carer|behaviou?r|medication)|,? ?\(?(?:aged? )?\d{1,3}\b(?! ?(?:pm|am|:|%))|,? (?:who|whose)\b| (?:is|was|has|had|came|called|says?|said|refuse[sd]?|needs?|wants?|lives?|lived|moved|hit|left|went|goes|takes?|took|attends?|attended|visits?|visited|complained?|asked|asks|told|cannot|can't|does|did|will|started|stopped|likes?|hates?|feels?|felt|seems?|seemed|agreed|cried|shouted|fell)\b)/u
const BEFORE_PERSON =
  /(?:\b(?:client|user|resident|patient|child|mother|father|son|daughter|brother|sister|wife|husband|visited|visit|met|named|called|phoned|with|for|from|about|told|asked|helped|saw|guardian|tenant|boy|girl|man|woman|and|to)|:|「)[ ]?$/iu

const speaksOf = (text: string, span: Span): boolean => {
  if (isAboutPerson(text, span)) return true
  const after = text.slice(span.to, span.to + 40)
  const before = text.slice(Math.max(0, span.from - 14), span.from)
  return (
    OF_PERSON.test(after) && (before === '' || /[.\s(「、。]$/u.test(before) || BEFORE_PERSON.test(before))
  )
}

/** What is no part of a name: trades, products, days, words that begin a sentence. */
const ORDINARY = new Set(
  'Google Microsoft Zoom Teams Meet Word Excel Slack Discord Line Webex Apple Windows Android Amazon Office Support Plan Care Home Help Helper Day Service Services Center Centre Council Meeting Group Case Manager Management Health Welfare Division Section Department Hospital School Clinic Work Job Coach Peer Short Stay Monitoring Assessment Review City Town Village Ward Office The This That These Those There Then They We You He She It I My Our Your Their His Her A An And Or But If When While After Before Please Yesterday Today Tomorrow Next Last Every Each All Some No Not Only Also Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Japan Japanese English Tokyo Osaka Kyoto Yokohama New York Asia Street Road Type Level Grade Area Region Prefecture Community Social Worker Team Network House Living Independent Life Skills Training Table Figure Form File Note Notes Minutes Agenda Topic Question Answer Version Part Chapter Number Date Time Place Room Hall Mental Physical Intellectual Disability Disabilities Children Child Family Mother Father Person People User Client Staff Member Members Chair Secretary Bot Of In On At To For From With By As Is Are Was Were Be Do Does Did Can Could Will Would Should Has Have Had What Who Why How Where Which Let Thank Thanks Dear Hello Good Morning Everyone Mr Mrs Ms Miss Dr Prof DOB ID URL SNS LINE NPO ADHD ASD PTSD IQ OT PT ST MSW PSW SW CM QOL ADL BPSD DV HIV JR NHK FAX TEL PDF USB Wi-Fi Call Called Visit Visited Ask Tell'.split(
    ' ',
  ),
)

const kindOf = (word: string): Kind => {
  if (ORDINARY.has(word)) return 'word'
  const plain = word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f']/gu, '')
    .toLowerCase()
  const spelt = withoutLength(plain)
  if (FAMILY.has(spelt) && spelt.length > 2) return 'family'
  if (GIVEN.has(spelt) && spelt.length > 2) return 'given'
  if (FOREIGN_NAMES.has(plain.split('-')[0] ?? '')) return 'foreign'
  return /^[A-Z]{2,3}$/.test(word) ? 'word' : 'other'
}
