import fc from 'fast-check'

/** Days of the years that people in Japan write down today, most of them with a Japanese era. */
export const anyDate = (from = '1926-01-01', to = '2100-12-31'): fc.Arbitrary<Temporal.PlainDate> => {
  const first = Temporal.PlainDate.from(from)
  return fc.integer({ min: 0, max: first.until(to).days }).map((days) => first.add({ days }))
}

export const anyMonth = (from?: string, to?: string): fc.Arbitrary<Temporal.PlainYearMonth> =>
  anyDate(from, to).map((date) => date.toPlainYearMonth())

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
export const month = (text: string): Temporal.PlainYearMonth => Temporal.PlainYearMonth.from(text)
