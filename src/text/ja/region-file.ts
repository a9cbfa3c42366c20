import { seriesDays } from './series.ts'

export const regionFile = {
  unwritable: '使えない文字（見えない制御文字など）が混ざっています。打ちなおしてください',
  alias: (name: string) => `「*${name}」の参照をたどれません。参照を使わず、同じものをもう一度書いてください`,
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
  issues: {
    'no-roles': 'roles を1つ以上書いてください',
    'groups-size': 'size（1グループの人数）か count（グループの数）の、どちらか1つを書いてください',
    'rota-series': 'series は、turn が meeting のときだけ、そのときは必ず書いてください',
  },
  groupsKind: 'グループ（groups）を書けるのは、kind が gsv か case_study の定例会議です',
  groupsTooFewPeople: (people: number, least: number) =>
    `会議体の名簿が${people}人です。グループに分けるには${least}人以上を名簿に入れてください`,
  groupsNobodyLeads: (groups: number, facilitators: number, works: string) =>
    `${groups}グループに、ファシリテーターになれる方が名簿に${facilitators}人しかいません。facilitators に書く方を増やしてください${works === '' ? '' : `（size を ${works} にすれば足ります）`}`,
  groupsSize: (works: string) =>
    works === ''
      ? 'その人数では、名簿の方を分けられません'
      : `その人数では、名簿の方を同じくらいに分けられません。size が ${works} なら分けられます`,
  notOnRoster: (id: string, body: string) =>
    `「${id}」は会議体「${body}」の名簿にいません。名簿（members）に入れるか、ほかの方を書いてください`,
  termReversed: (since: string) =>
    `終わりの日が、始まりの日（${since}）より前です。${since}か、それより後の日にしてください`,
  seatEmpty: (rota: string, on: string) =>
    `輪番「${rota}」には、${on}に番の方がいません。その日にいる方を輪番の order に入れるか、席の since・until をその前後にしてください`,
  fault: (line: number, column: number, path: string, message: string) =>
    `${line}行目 ${column}文字目${path === '' ? '' : ` ${path}`}: ${message}`,
  unsaved: {
    'in-use': '使われている項目は消せません。担当しているケースや会議を先に移してください',
    'workspace-taken': 'このワークスペースは、ほかの圏域につながっています',
  },
  noFile: (file: string) => `${file} が読めません。場所と名前を確かめてください`,
  noRegion: 'まだ圏域がありません。tsunagi region apply で登録してください',
  which: (ids: string) => `圏域がいくつかあります。どれか1つを書いてください: ${ids}`,
  code: {
    made: (code: string, member: string, minutes: number) => [
      `コード: ${code}`,
      `${member}さんが、つなぎを入れたSlackやDiscordで /tsunagi connect ${code} と打ってください。`,
      `${minutes}分のあいだ、1回だけ使えます。打った方が${member}さんになります。ほかの方に渡さないでください。`,
    ],
    noRegion: 'まだ圏域がありません。tsunagi region new か region apply で登録してください',
    whichMember: (coordinators: readonly string[]) =>
      coordinators.length === 0
        ? '基幹職員（coordinator）がいません。圏域のファイルに書いてください'
        : `--member に、基幹職員のどなたかを書いてください: ${coordinators.join('、')}`,
    badId: (id: string) => `「${id}」は使えません。英小文字、数字、ハイフンで40文字までにしてください`,
    badName: '--name と --coordinator は、80文字までで書いてください',
    exists: (id: string) => `「${id}」は、もうあります。コードは tsunagi region code で出せます`,
  },
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
    workspaces: 'ワークスペース',
    accounts: 'アカウント',
    channels: 'チャンネル',
  },
}
