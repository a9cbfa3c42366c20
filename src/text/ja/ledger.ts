export const ledger = {
  file: {
    'no-file': 'ファイルが読めません。場所と名前を確かめてください',
    'too-large': 'ファイルが大きすぎます（20MBまで）',
    'too-wide':
      '表が大きすぎます。使っていないシートや、表から遠く離れた行と列を消して、保存し直してください',
    empty: 'ファイルが空です',
    'not-a-ledger': '台帳として読めません。.xlsx か .csv で保存したものを使ってください',
    broken:
      'ファイルを開けません。パスワードがかかっているか、古い形式（.xls）です。.xlsx で保存し直してください',
  },
  noHeading:
    '見出しの行が見つかりません。「ケース番号」の列と、事業所か担当の列を付けてください。ケース番号は名前から作りません',
  nothingStored: (rows: number) => `${rows}行に直すところがあるため、何も取りこんでいません`,
  place: (row: number, heading: string | undefined, typed: string | undefined) =>
    `${row}行目${heading === undefined ? '' : `「${heading}」`}${typed === undefined ? '' : `（${typed}）`}: `,
  fault: {
    'no-code': 'ケース番号がありません',
    'no-member': '担当がわかりません。担当の列に、メンバーの名前を書いてください',
    'bad-date': '日付として読めません。R8.4.1 や 2026-04-01 のように書いてください',
    'half-period': '有効期間は、開始と終了の両方が必要です',
    'end-before-start': '終了日が開始日より前です',
    'bad-kind': '新規・変更・更新のどれかを書いてください',
    'bad-interval': 'モニタリング期間は、1・2・3・4・6・12か月ごとか、受給者証のとおりに書いてください',
    'outside-validity': 'モニタリング月が有効期間に合いません',
    'bad-need': '支援の必要度は、1・2・3 で書いてください',
    twice: (first: number) => `${first}行目と同じケース番号です`,
    unknown: (nearest: string) => `圏域にありません。近いもの: ${nearest}`,
  },
  separator: '、',
  done: (added: number, changed: number, unchanged: number) =>
    `取りこみました: 追加${added}件、変更${changed}件、そのまま${unchanged}件`,
  personal: (headings: string) => `個人情報の列は取りこんでいません: ${headings}`,
  notUsed: (headings: string) => `使わない列: ${headings}`,
}
