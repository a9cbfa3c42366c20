/** What a column of a ledger holds, as far as we take it over. */
const COLUMNS = [
  'code',
  'office',
  'member',
  'municipality',
  'kind',
  'start',
  'end',
  'period',
  'monitoring',
  'months',
  'need',
  'closed',
] as const
export type Column = (typeof COLUMNS)[number]

/** Headings as offices write them, after `plainHeading`. The first that fits decides; personal ones come first. */
const PERSONAL =
  /氏名|名前|利用者名|本人名|児童名|ふりがな|フリガナ|カナ|生年月日|誕生日|年齢|性別|住所|居所|郵便|〒|電話|TEL|携帯|連絡先|メール|mail|受給者証?番号|証番号|手帳|保険|マイナンバー|個人番号|保護者|家族|続柄|障害名|病名|主治医|備考|特記|メモ|コメント|摘要/i

const HEADINGS: readonly [Column, RegExp][] = [
  ['code', /^(?:(?:ケース|利用者|管理|対象者|整理)?(?:番号|No\.?|コード|ID)|ケース)$/i],
  ['closed', /^(?:終結日?|支援終了日?|契約終了日?|廃止日|終結年月日)$/],
  ['months', /^モニタリング(?:実施)?月$|^実施月$/],
  ['monitoring', /^モニタリング(?:実施)?(?:期間|間隔|頻度|標準期間)?$/],
  ['start', /(?:期間|支給|計画|有効|^).*(?:\(自\)|開始日?|始期|^自)$/],
  ['end', /(?:期間|支給|計画|有効|^).*(?:\(至\)|終了日?|満了日?|終期|期限|^至)$/],
  ['period', /^(?:支給決定|計画|受給者証)?の?(?:有効期間|支給決定期間|支給期間|期間)$/],
  ['kind', /^(?:計画|プラン)?(?:の)?(?:種別|種類|区分)$|^新規.*更新$/],
  ['need', /必要度$|^ランク$/],
  ['office', /事業所(?:名|番号)?$/],
  ['member', /^(?:担当(?:者|職員|相談員|専門員)?名?|相談支援専門員名?|相談員)$/],
  ['municipality', /市町村(?:名)?$|^援護の?実施(?:者|機関)$|^実施機関$/],
]

/** Widths, spaces and line breaks made one; brackets of every kind round. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[（［【<〈]/gu, '(')
    .replaceAll(/[）］】>〉]/gu, ')')

export type Heading = { is: 'column'; column: Column } | { is: 'personal' } | { is: 'other' }

export const recogniseHeading = (text: string): Heading => {
  const heading = plainHeading(text)
  if (PERSONAL.test(heading)) return { is: 'personal' }
  const found = HEADINGS.find(([, pattern]) => pattern.test(heading))
  return found ? { is: 'column', column: found[0] } : { is: 'other' }
}
