import type { MemoryRegion } from '../../support/practice-memory-store.ts'

/** An invented region, with long names on purpose. */
export const REGION: MemoryRegion = {
  id: 'mihon',
  name: 'みほん圏域',
  members: [
    { id: 'minato', name: '見本 みなと', office: 'ひだまり相談室', role: '相談支援専門員' },
    { id: 'sora', name: '例示 そら', office: 'みほん基幹相談支援センター', role: '基幹職員（調整役）' },
    {
      id: 'hatsune',
      name: '長名前之宮 初音ノ介',
      office: '社会福祉法人みほん会 地域生活支援センターはるかぜ 計画相談部門',
      role: '主任相談支援専門員・アドバイザー',
    },
    { id: 'nagi', name: '仮名 なぎ', office: '', role: '自治体職員' },
  ],
  channels: [
    {
      id: 'renraku',
      name: '事業所連絡会',
      topic: '指定特定相談支援事業所の連絡会。毎月第3金曜の14:00から',
      isPrivate: true,
      members: ['minato', 'sora', 'hatsune'],
    },
    {
      id: 'unei',
      name: '運営会議',
      topic: '自立支援協議会の運営会議',
      isPrivate: true,
      members: ['sora', 'nagi'],
    },
    {
      id: 'hiroba',
      name: 'みんなの広場（圏域内の研修やお知らせを自由に書くところ）',
      topic: '',
      isPrivate: false,
      members: ['minato', 'sora', 'hatsune', 'nagi'],
    },
  ],
}
