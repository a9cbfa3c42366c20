const fields = {
  newUsers: { label: '新しく受けられる人数', hint: '数字だけ。受けられないときは 0' },
  from: { label: 'いつから', hint: '例: R8.9、2026-09' },
  kinds: { label: '受けられる方', hint: '例: 児童、精神、医療的ケア' },
}

export const openingsCommands = {
  noun: '空き',
  tell: {
    verb: '登録',
    description: '新しい方を何人受けられるかを知らせます',
    menu: { global: '空きを知らせる' },
    form: { title: '受けられる人数', submit: '知らせる', fields },
  },
  list: { verb: '一覧', description: '事業所ごとに受けられる人数を見ます' },
}

export const openings = {
  fields,
  users: (count: number) => `${count}人`,
  told: (office: string) => `${office}の受けられる人数を知らせました`,
  heading: (count: number) => `新しく受けられる人数は、合わせて${count}人です`,
  nothingTold: '受けられる人数は、まだどの事業所からも届いていません',
  columns: ['事業所', '人数', 'いつから', '受けられる方'],
  silent: (offices: string) => `まだ届いていない事業所: ${offices}`,
  noOffice: '事業所に所属していないため、事業所の名前を書いてください',
  unknownOffice: (name: string) => `「${name}」という事業所が見つかりません`,
  otherOffice: '知らせられるのは、自分の事業所の人数だけです',
}
