const TWO: Readonly<Record<string, string>> = Object.fromEntries(
  'きゃkya きゅkyu きょkyo しゃsha しゅshu しょsho ちゃcha ちゅchu ちょcho にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo みゃmya みゅmyu みょmyo りゃrya りゅryu りょryo ぎゃgya ぎゅgyu ぎょgyo じゃja じゅju じょjo びゃbya びゅbyu びょbyo ぴゃpya ぴゅpyu ぴょpyo'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
)
const ONE: Readonly<Record<string, string>> = Object.fromEntries(
  'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ーo'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

/** A reading in Roman letters, after Hepburn. */
export const lettersOf = (kana: string): string => {
  let letters = ''
  for (let at = 0; at < kana.length; at += 1) {
    const two = TWO[kana.slice(at, at + 2)]
    if (two !== undefined) at += 1
    const next = two ?? ONE[kana.slice(at, at + 1)] ?? ''
    letters = letters.endsWith('っ') ? `${letters.slice(0, -1)}${next.slice(0, 1)}${next}` : letters + next
    if (kana[at] === 'っ') letters += 'っ'
  }
  return letters
}

/** One spelling for those in use: Ohno and Ouno are Ono, Satoh is Sato, Tukasa is Tsukasa. */
export const withoutLength = (letters: string): string =>
  letters
    .replaceAll(/oh(?![aeiouy])/gu, 'o')
    .replaceAll(/ou|oo/gu, 'o')
    .replaceAll('uu', 'u')
    .replaceAll(/sy(?=[auo])/gu, 'sh')
    .replaceAll(/ty(?=[auo])/gu, 'ch')
    .replaceAll(/[zj]y(?=[auo])/gu, 'j')
    .replaceAll(/(?<!s)si/gu, 'shi')
    .replaceAll('ti', 'chi')
    .replaceAll(/(?<!t)tu/gu, 'tsu')
    .replaceAll(/(?<![sc])hu/gu, 'fu')
    .replaceAll('zi', 'ji')
    .replaceAll(/m(?=[bp])/gu, 'n')
