export const meetings = {
  list: {
    heading: 'これからの会議',
    none: 'これから3か月の会議は決まっていません',
    item: (when: string, name: string) => `${when}　${name}`,
    detail: (minutes: number, place: string | undefined) =>
      place ? `${minutes}分　${place}` : `${minutes}分`,
    moved: '休みと重なるため日を移しました',
    agenda: '次第を見る',
  },
}
