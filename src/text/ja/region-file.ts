import { seriesDays } from './series.ts'

export const regionFile = {
  yaml: (detail: string) => `YAMLとして読めません（${detail}）。字下げと記号を確かめてください`,
  unknownKey: (key: string, nearest: string) =>
    `「${key}」というキーはありません。${nearest} のことでしょうか`,
  oneOf: (values: string) => `${values} のどれかを書いてください`,
  missing: '必要な項目がありません',
  type: (expected: string) => `書き方がちがいます（${expected} が必要です）`,
  union: '書き方がちがいます。docs/region-file.md の例を見てください',
  issue: (detail: string) => `使えない値です（${detail}）`,
  duplicateId: (id: string) => `id「${id}」が2回使われています。別の id にしてください`,
  unknown: (id: string, nearest: string) =>
    nearest === ''
      ? `「${id}」は、このファイルにありません`
      : `「${id}」は、このファイルにありません。近いもの: ${nearest}`,
  or: '、',
  cycle: (id: string) => `「${id}」の親をたどると自分に戻ります`,
  days: seriesDays,
  hoursReversed: '終わりの時刻が始まりより前です',
  digestOutsideHours: '朝のお知らせの時刻は、officeHours の中にしてください',
  accountTaken: (by: string) => `このアカウントは、${by}さんがもう使っています`,
  fault: (line: number, column: number, path: string, message: string) =>
    `${line}行目 ${column}文字目${path === '' ? '' : ` ${path}`}: ${message}`,
  inUse: '使われている項目は消せません。担当しているケースや会議を先に移してください',
  workspaceTaken: 'このワークスペースは、ほかの圏域につながっています',
  noFile: (file: string) => `${file} が読めません。場所と名前を確かめてください`,
  noRegion: 'まだ圏域がありません。tsunagi region apply で登録してください',
  which: (ids: string) => `圏域がいくつかあります。どれか1つを書いてください: ${ids}`,
  unchanged: '変わるところはありません',
  change: {
    add: (noun: string, id: string) => `追加 ${noun} ${id}`,
    change: (noun: string, id: string) => `変更 ${noun} ${id}`,
    remove: (noun: string, id: string) => `削除 ${noun} ${id}`,
  },
  nouns: {
    region: '圏域',
    municipalities: '市町村',
    offices: '事業所',
    members: 'メンバー',
    bodies: '会議体',
    series: '定例会議',
  },
}
