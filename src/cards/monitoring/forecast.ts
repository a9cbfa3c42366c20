import {
  type Card,
  card,
  type Field,
  field,
  fields,
  heading,
  type ListItem,
  list,
  type Maybe,
  note,
  numbered,
  type Parts,
  table,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import type {
  Forecast,
  MunicipalityForecast,
  OfficeForecast,
} from '../../domain/monitoring/forecast/forecast.ts'
import { type MonthLoad, sumOf, workOf } from '../../domain/monitoring/forecast/month-load.ts'
import { writeAverage, writeCount, writeRate } from '../../domain/monitoring/forecast/write-figures.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** Most offices and municipalities named; the workbook has them all. */
const NAMED = 5

/** The next twelve months, the offices with the most to do, and the municipalities with most self-plans. */
export const forecastCard = (
  forecast: Forecast,
  region: string,
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.forecast
  const heading = words.heading(region)
  if (forecast.peak === undefined && forecast.selfPlans.wished + forecast.selfPlans.unwished === 0)
    return card('monitoring.forecast', words.none)
  return card(
    'monitoring.forecast',
    heading,
    fields(summaryFields(forecast, language, text)),
    monthTable(forecast, language, text),
    busiestParts(forecast, language, text),
    selfPlanParts(forecast, text),
    note(words.intro),
  )
}

const summaryFields = (
  { peak, months, total, selfPlans, openings }: Forecast,
  language: Language,
  text: Catalogue,
): Maybe<Field> => {
  const words = text.forecast.card
  const [month, load] = peak === undefined ? [] : [months[peak], total[peak]]
  return [
    month &&
      load &&
      field(words.peak, words.peakValue(writeMonth(month, language), writeCount(workOf(load)))),
    field(
      words.selfPlans,
      words.selfPlansValue(
        writeCount(selfPlans.wished + selfPlans.unwished),
        writeRate(selfPlans.selfPlanRate),
      ),
    ),
    field(words.openings, words.openingsValue(writeCount(openings))),
  ]
}

const monthTable = ({ months, total }: Forecast, language: Language, text: Catalogue): Parts => {
  const row = (name: string, { monitoring, plansNeeded, renewals }: MonthLoad): string[] => [
    name,
    ...[monitoring, plansNeeded, renewals].map(writeCount),
  ]
  const words = text.forecast.card
  return table(words.columns, [
    ...months.flatMap((month, index) => {
      const load = total[index]
      return load ? [row(writeMonth(month, language), load)] : []
    }),
    row(words.total, sumOf(total)),
  ])
}

const busiestParts = ({ busiest }: Forecast, language: Language, text: Catalogue): Parts => {
  const words = text.forecast.card
  const named = busiest.slice(0, NAMED)
  if (named.length === 0) return []
  return [
    heading(words.busiest(named.length)),
    numbered(named.map((office) => officeItem(office, language, text))),
    note(words.busiestHow),
  ]
}

const officeItem = (
  { name, perFullTime, total, opening }: OfficeForecast,
  language: Language,
  text: Catalogue,
): ListItem => {
  const words = text.forecast.card
  const load = perFullTime === undefined ? words.noFullTime : words.perFullTime(writeAverage(perFullTime))
  const can = opening === undefined ? words.openingUnknown : openingOf(opening, language, text)
  return {
    text: [name, load].join(text.forecast.between),
    detail: [words.year(writeCount(workOf(total))), can].join(text.answers.listSeparator),
  }
}

const openingOf = (
  { newUsers, from, kinds = '' }: NonNullable<OfficeForecast['opening']>,
  language: Language,
  text: Catalogue,
): string => {
  const words = text.forecast.card
  return newUsers === 0
    ? words.noOpening
    : words.opening(writeCount(newUsers), writeMonth(from, language), kinds)
}

const selfPlanParts = ({ municipalities }: Forecast, text: Catalogue): Parts => {
  const words = text.forecast.card
  const some = municipalities
    .filter((one) => selfPlansIn(one) > 0)
    .toSorted((a, b) => b.unwished - a.unwished || selfPlansIn(b) - selfPlansIn(a))
  if (some.length === 0) return [note(words.noSelfPlans)]
  const more = some.length - NAMED
  return [
    heading(words.byMunicipality),
    list(some.slice(0, NAMED).map((one) => selfPlanItem(one, text))),
    more > 0 && note(words.moreMunicipalities(more)),
  ]
}

const selfPlansIn = ({ wished, unwished }: MunicipalityForecast): number => wished + unwished

const selfPlanItem = (one: MunicipalityForecast, text: Catalogue): ListItem => {
  const words = text.forecast.card
  return {
    text: words.selfPlanLine(
      one.name,
      writeCount(one.wished),
      writeCount(one.unwished),
      writeRate(one.selfPlanRate),
    ),
    detail: words.selfPlanDetail(
      writeRate(one.wishedRate),
      writeRate(one.unwishedRate),
      writeCount(one.cases),
    ),
  }
}
