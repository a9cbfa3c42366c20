/** 年度: from 1 April to 31 March; named by the year it begins in. */
export type FiscalYear = number

export const fiscalYearOf = (date: Temporal.PlainDate): FiscalYear =>
  date.month >= 4 ? date.year : date.year - 1

export const firstDayOf = (year: FiscalYear): Temporal.PlainDate => new Temporal.PlainDate(year, 4, 1)

export const lastDayOf = (year: FiscalYear): Temporal.PlainDate => new Temporal.PlainDate(year + 1, 3, 31)
