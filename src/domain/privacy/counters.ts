const COUNTER =
  /^(?:[人名件回個円字枚点倍割%級歳才代期度頁位種階台本食万千億]|か[月所]|[カヶケ箇][月所]|時間?|分|年|月|日|週|世帯|単位|ページ|パーセント|[a-zA-Z])/u
const PLACE = /^\p{Script=Han}{1,5}[都道府県市区町村]/u

/** Whether what follows a number counts something: `3-4人`, `100-1200字`. A place name that begins alike does not. */
export const isCounted = (text: string, to: number): boolean => {
  const after = text.slice(to, to + 8)
  return COUNTER.test(after) && !PLACE.test(after)
}
