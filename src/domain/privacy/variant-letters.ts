/** Letters of names that dictionaries lack, each with the one of the same reading that they have. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  '髙高 﨑崎 嵜崎 碕崎 邉辺 邊辺 齋斎 齊斉 濱浜 濵浜 廣広 澤沢 櫻桜 德徳 眞真 嶋島 嶌島 惠恵 國国 圀国 榮栄 瀨瀬 增増 藪薮 槇槙 龍竜 彌弥 壽寿 禮礼 實実 會会 髮髪 橫横 黑黒 淸清 靜静 豐豊 縣県 圓円 假仮 冨富 峯峰 舘館 渕淵 靑青 曻昇 栁柳 桒桑 籏旗 舩船 埜野 冝宜 鄕郷 緖緒 渊淵 瀧滝 薗園 淨浄 澁渋 燈灯 爲為 狹狭 礒磯 穐秋 穗穂 籠篭 絲糸 聰聡 與与 莊荘 萬万 藏蔵 處処 衞衛 賴頼 邨村 釼剣 劔剣 劍剣 鎭鎮 關関 鷄鶏 麥麦 黃黄 步歩 吳呉 內内 敎教 晧皓 驒騨 鷗鴎 瘦痩 逹達 嶽岳 拔抜 椙杉 橳栃 巖岩 巌岩 嵓岩 嚴厳 寬寛 懷懐 條条 溫温 煕熙 燒焼 瑤瑶 畠畑 發発 盡尽 祿禄 稻稲 竝並 薰薫 譽誉 讓譲 豫予 遙遥 鐵鉄 隱隠 雙双 靈霊 顯顕 騷騒 驗験 鬪闘 齡齢 𠮷吉 𣘺橋 𡈽土 𠀋丈 𦚰脇 𣜿樽 𢌞廻 𥱋簗 𡵅岨 𣏾枌 𣑊栃 𥔎崎 𥧄窪'
    .split(' ')
    .map((pair) => {
      const [variant = '', usual = ''] = pair
      return [variant, usual]
    }),
)

/** Of these a word of every day is written with a letter outside the plane: 𠮟る, 𩸽. */
const EVERYDAY: ReadonlyMap<string, string> = new Map([
  ['𠮟', '叱'],
  ['𩸽', '魚'],
])

/** Stands for a letter that no dictionary has. */
const UNKNOWN_LETTER = '㐀'

const ANY_VARIANT = new RegExp(`[${[...VARIANTS.keys()].filter((one) => one.length === 1).join('')}]`, 'gu')

/** The text in letters that a dictionary has, each of the same length. */
export const usualLetters = (text: string): string =>
  text.replaceAll(ANY_VARIANT, (one) => VARIANTS.get(one) ?? one)

const OUTSIDE = /^[\u{20000}-\u{3ffff}]$/u

/** One letter of the basic plane for a kanji outside it; `isName`: such a letter is written in names alone. */
export const insidePlane = (letter: string): { letter: string; isName: boolean } | undefined => {
  if (!OUTSIDE.test(letter)) return undefined
  const everyday = EVERYDAY.get(letter)
  if (everyday !== undefined) return { letter: everyday, isName: false }
  return { letter: VARIANTS.get(letter) ?? UNKNOWN_LETTER, isName: true }
}
