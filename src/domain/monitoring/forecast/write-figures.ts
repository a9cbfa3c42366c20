/** Figures as people write them, the same in both languages. Formatters are made once. */
const whole = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('ja-JP', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const percent = new Intl.NumberFormat('ja-JP', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** `1,234` */
export const writeCount = (count: number): string => whole.format(count)

/** `12.3` */
export const writeAverage = (average: number): string => tenths.format(average)

/** `0.25` as `25.0%`; a dash where there is nothing to have a rate of. */
export const writeRate = (rate: number | undefined): string =>
  rate === undefined ? '―' : percent.format(rate)
