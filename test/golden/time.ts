import type { Product } from '../support/product.ts'

/** A moment between any two things that people do: what is listed by its time has one order. */
export const oneAfterAnother = (product: Product): Product => ({
  ...product,
  dispatch: (interaction) => {
    product.clock.set(product.clock.now().add({ milliseconds: 1 }))
    return product.dispatch(interaction)
  },
})

const STEP = { smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'floor' } as const

/** The region's time, to the minute. */
export const wallClock = ({ clock }: Product): string => local(clock).toString({ smallestUnit: 'minute' })

/** As exactly as the queues keep it: one attempt more may take a minute. */
export const fiveMinutes = ({ clock }: Product): string =>
  local(clock).round(STEP).toString({ smallestUnit: 'minute' })

const local = (clock: Product['clock']) => clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime()
