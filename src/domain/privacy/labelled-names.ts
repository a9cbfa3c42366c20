import type { Detector, Match } from './finding.ts'

const KANJI_OR_KANA = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]'
/** The next field of the sheet, on the same line or the next. */
const FIELD =
  '(?:氏名|名前|ふりがな|フリガナ|カナ|生年月日|年齢|性別|男|女|住所|電話|TEL|連絡先|続柄|障害|受給者|担当|作成|記入|主訴|本人|保護者|利用|年|歳|区分|手帳|所属|職業|携帯|自宅|計画|相談|事業|期間|目標|番号|と|を|は|が|の|に|も)'
const WORDS = `(?:${KANJI_OR_KANA}{1,10}(?:[ ・\\n](?!${FIELD})${KANJI_OR_KANA}{1,10}(?![:=]))?|[A-Za-z]{2,20}(?:[ ,]{1,2}[A-Za-z]{2,20})?|[A-Z][.・ ][A-Z]\\b)`
const LABEL =
  '(?:氏名|お?名前|本人名|利用者名|対象者名|保護者名|児童名|家族名|姓名|フリガナ|ふりがな|よみがな|ヨミガナ)'

/** 施設の名前： and 事業所名は name no person. */
const OF_A_THING =
  /(?:施設|事業所|事業|会|部会|団体|法人|サービス|病院|会議|資料|制度|学校|教室|グループ|ファイル|薬|犬|猫)の?$/u

const SAYS_NOTHING =
  /^(?:非公開|不明|なし|無し|省略|未記入|記載|記入|匿名|仮名|伏|略|同上|別紙|あり|本人|利用者|対象者|確認|変更|未定|秘|削除|漢字|フルネーム|必須|任意|欄|や|と|を|の|は|が|も|[〇ー]+(?:さん|様|氏)?$)/u

const WRITTEN = new RegExp(
  `${LABEL}(?:\\([^()\\n]{0,8}\\))?[ ]{0,2}(?:[:=]|\\n(?=\\p{Script=Han}{1,4}[ ]))[ \\n]{0,2}(?<here>${WORDS})`,
  'dgu',
)
const SAID =
  /(?:氏名|お?名前)は[ ]?(?<here>\p{Script=Han}{1,4}[ ]?(?:\p{Script=Han}|[ぁ-んァ-ヶ]){0,4}?)(?=です|さん|様|氏|という|と言|といい|。|、|$)/dgu
const SAID_IN_KANA =
  /(?:氏名|お?名前)は[ ]?(?<here>[ぁ-んァ-ヶー]{2,6}(?:[ ][ぁ-んァ-ヶー]{2,6})?)(?=です|だ。|さん|という|と言|といい|と呼)/dgu

/** Names that a label gives away. Others need the language's own words: a further detector (issue 6). */
export const labelledNames: Detector = (text) =>
  [WRITTEN, SAID, SAID_IN_KANA].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ indices, groups, index }): Match[] => {
      const span = indices?.groups?.here
      const honorific =
        /(?<=.)(?:さん|さま|様|氏|くん|君|ちゃん|殿)$/u.exec(groups?.here ?? '')?.[0].length ?? 0
      if (!span || SAYS_NOTHING.test(groups?.here ?? '')) return []
      if (OF_A_THING.test(text.slice(Math.max(0, index - 6), index))) return []
      return [{ kind: 'person_name', from: span[0], to: span[1] - honorific }]
    }),
  )
