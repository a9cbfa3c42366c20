/** Somebody who takes part in a GSV. `experienceYears` counts as a consultation support specialist, parts of a year too. */
export type Participant = {
  id: string
  officeId?: string
  experienceYears: number
  /** A chief specialist, or whoever else the region lets lead a group (seed 000: the commissioned offices). */
  mayFacilitate: boolean
}

/** From one office. Who belongs to none is nobody's colleague. */
export const areColleagues = (a: Pick<Participant, 'officeId'>, b: Pick<Participant, 'officeId'>): boolean =>
  a.officeId !== undefined && a.officeId === b.officeId

/** Under two years: whom the follow-up for beginners is for (seeds 000 and 003: 1・2年目). */
const NEWCOMER_YEARS = 2
/** 現任研修 comes within five years of the first training: who has it behind them is experienced. */
const EXPERIENCED_YEARS = 5

export const EXPERIENCES = ['newcomer', 'settled', 'experienced'] as const
type Experience = (typeof EXPERIENCES)[number]

export const experienceOf = ({ experienceYears }: Pick<Participant, 'experienceYears'>): Experience => {
  if (experienceYears < NEWCOMER_YEARS) return 'newcomer'
  return experienceYears < EXPERIENCED_YEARS ? 'settled' : 'experienced'
}
