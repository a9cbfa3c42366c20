export type Announced = 'coming' | 'online' | 'absent'
export type Presence = 'present' | 'online' | 'deputy' | 'absent'

export type AttendanceLine = {
  memberId: string
  name: string
  office: string
  /** Id of the stored row, by which the answer is corrected; undefined where none is stored. */
  id: string | undefined
  answer: Announced | null
  was: Presence | null
  deputy: string | undefined
  reason: string | undefined
}

export type AttendanceTable = {
  lines: AttendanceLine[]
  /** How many are needed, and how many are there as far as is known now. */
  quorum: { needed: number; there: number } | undefined
}

/** The recorded attendance, else the announced one; undefined where nothing is known. */
export const presenceOf = ({
  answer,
  was,
  deputy,
}: Pick<AttendanceLine, 'answer' | 'was' | 'deputy'>): Presence | undefined => {
  if (was !== null) return was
  if (answer === null) return undefined
  if (answer !== 'absent') return answer === 'online' ? 'online' : 'present'
  return deputy === undefined ? 'absent' : 'deputy'
}

/** A deputy counts for the one they stand in for. */
export const isThere = (line: Pick<AttendanceLine, 'answer' | 'was' | 'deputy'>): boolean => {
  const presence = presenceOf(line)
  return presence !== undefined && presence !== 'absent'
}

/** 定足数, as a body's rules write it: half of its members (半数以上), more than half (過半数), or so many. */
export type Quorum = 'half' | 'majority' | number

export const neededFor = (quorum: Quorum, members: number): number => {
  if (typeof quorum === 'number') return quorum
  return quorum === 'half' ? Math.ceil(members / 2) : Math.floor(members / 2) + 1
}
