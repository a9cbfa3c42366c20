import { type AgendaMonth, drawLastMonth } from '../../cards/digest/meetings.ts'
import { monthBegan } from '../../domain/digest/morning.ts'
import { seriesName } from '../../domain/region/names.ts'
import { agendaCounts } from '../../store/agenda/agendas.ts'
import { digestSection, type Inquiry } from '../digest/section.ts'

/** Section for a coordinator, once the month has begun: the agendas of the month before. */
export const lastMonth = digestSection({
  name: 'last-month',
  exists: ({ morning, isReadBy }) => isReadBy('coordinator') && monthBegan(morning),
  load: async ({ scope, region, morning }: Inquiry): Promise<AgendaMonth[]> => {
    const month = morning.today.toPlainYearMonth().subtract({ months: 1 })
    const first = (of: Temporal.PlainYearMonth) =>
      of.toPlainDate({ day: 1 }).toZonedDateTime(region.timeZone).toInstant()
    const counted = await agendaCounts(scope, first(month), first(month.add({ months: 1 })))
    return counted.map(({ seriesId, items, withoutTime }) => ({
      name: seriesName(region, seriesId),
      month,
      items,
      withoutTime,
    }))
  },
  forReader: (months, { coordinates }) => (coordinates ? months : []),
  card: drawLastMonth,
})
