/** 定足数, as a body's rules write it: half of its members (半数以上), more than half (過半数), or so many. */
export type Quorum = 'half' | 'majority' | number

export const neededFor = (quorum: Quorum, members: number): number => {
  if (typeof quorum === 'number') return quorum
  return quorum === 'half' ? Math.ceil(members / 2) : Math.floor(members / 2) + 1
}
