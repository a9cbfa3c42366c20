export const seriesCommands = {
  series: { verb: '定例', description: '定例会議の決まりと、次の日を見ます' },
}

/** Why a series has no days, and what would work. */
export const seriesDays = {
  malformed: (detail: string) => `RRULEとして読めません（${detail}）。例: FREQ=MONTHLY;BYDAY=3WE`,
  tooFrequent: '会議は1日に1回までです。FREQ は DAILY、WEEKLY、MONTHLY、YEARLY のどれかにしてください',
  ownTime: '時刻と開始日は time と from に書き、rule には書かないでください',
  never: (works: string | undefined) =>
    works === undefined
      ? 'この規則に当てはまる日がありません。例: FREQ=MONTHLY;BYDAY=3WE（毎月第3水曜）'
      : `この規則に当てはまる日がありません。${works} なら開けます`,
  noSuchMonth: 'rule の日は、months の月にありません。どちらかを直してください',
  tooManyAYear: (most: number) =>
    most === 0
      ? 'この曜日と nth に当てはまる日が、months の月にありません。nth か months を減らしてください'
      : `この曜日では年に${most}回までです。回数を減らすか、nth か months を省いてください`,
  noSuchBusinessDay: (most: number) =>
    `その営業日がある月はありません。1〜${most}（月初から）か -1〜-${most}（月末から）なら毎月開けます`,
  neverOpen:
    'どの回も休みの日に当たり、移す先もありません。onClosedDay を next か previous にするか、曜日を変えてください',
  neverFree:
    'どの回も先の会議に譲り、移す先がありません。曜日を変えるか、moveTo を next か previous にしてください',
  onePattern: 'rule、timesAYear、businessDay のどれか1つを書いてください',
  weekdayMissing: 'timesAYear には曜日が要ります。例: timesAYear: 6、weekday: TH、nth: [2]',
  weekdayStray:
    'weekday と nth は timesAYear と一緒に使います。rule なら BYDAY に書いてください（例: BYDAY=2TH）',
  closedWeekdays:
    'onClosedDay: weekday のときだけ、移す先を closedDayWeekdays に書きます。例: closedDayWeekdays: [TH, TU]',
  givesWayCircle: '譲り合いが一回りしています。どれか1つを givesWayTo から外してください',
}

/** A year's meetings, and where they are in each other's way. */
export const series = {
  year: {
    heading: (year: string) => `${year}の会議`,
    count: (name: string, meetings: number) => `${name}　${meetings}回`,
    moved: (nominal: string) => `${nominal}から移しました`,
    cancelled: (name: string, nominal: string) => `${name}　${nominal}は開きません`,
    gaveWay: (name: string, nominal: string) => `${name}　${nominal}は、先の会議と重なるため開きません`,
    noClash: '重なりはありません',
  },
  clash: {
    person: (people: string, first: string, second: string) =>
      `${people}さんが、同じ時に2つの会議に入っています: ${first} と ${second}`,
    room: (place: string, first: string, second: string) =>
      `${place}が、同じ時に2つの会議で使われています: ${first} と ${second}`,
    body: (body: string, first: string, second: string) =>
      `${body}が、同じ時に2つ開かれます: ${first} と ${second}`,
    week: (people: string, monday: string, meetings: string) =>
      `${people}さんは、${monday}の週に会議が3つ以上あります: ${meetings}`,
    works: '日をずらすか、片方の時刻か場所を変えてください。このままでよければ、そのまま残せます',
    andOthers: (named: string, more: number) => `${named}ほか${more}人の方`,
    between: '、',
  },
}
