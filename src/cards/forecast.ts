import type { Card } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeMonth } from '../domain/date-text/write-date.ts'
import type { Forecast, OfficeForecast } from '../domain/forecast/forecast.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** The offices that are named: those with the most to do. */
const OFFICES_SHOWN = 5

/** The next twelve months, the offices with the most to do, and self-plans by municipality. */
export const forecastCard = (
  forecast: Forecast,
  region: string,
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.forecasts
  const busiest = forecast.offices
    .filter(({ total }) => total.monitoring + total.plansNeeded > 0)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, OFFICES_SHOWN)
  const heading = words.heading(region)
  if (busiest.length === 0)
    return { tag: 'monitoring.forecast', summary: words.none, parts: [{ part: 'heading', text: words.none }] }
  return {
    tag: 'monitoring.forecast',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'table',
        columns: words.columns,
        rows: forecast.total.map(({ monitoring, plansNeeded, renewals }, index) => {
          const month = forecast.months[index]
          return [
            month ? writeMonth(month, language) : '',
            ...[monitoring, plansNeeded, renewals].map(String),
          ]
        }),
      },
      { part: 'text', text: words.offices },
      { part: 'list', items: busiest.map((office) => ({ text: officeLine(office, text) })) },
      { part: 'text', text: words.selfPlans },
      {
        part: 'list',
        items: forecast.municipalities.map(({ name, wished, unwished, selfPlanRate }) => ({
          text: words.selfPlanLine(name, wished, unwished, percent(selfPlanRate)),
        })),
      },
      { part: 'note', text: [words.openingsTotal(forecast.openings), words.intro].join('\n') },
    ],
  }
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1)}%`

/** Offices are compared by what falls on one head; those that gave no number come after, by their total. */
const weight = ({ perFullTime, total }: OfficeForecast): number =>
  perFullTime === undefined ? (total.monitoring + total.plansNeeded) / 1e6 : perFullTime

const officeLine = ({ name, perFullTime, total, openings }: OfficeForecast, text: Catalogue): string => {
  const words = text.forecasts
  return words.officeLine(
    name,
    perFullTime === undefined
      ? words.totalValue(total.monitoring + total.plansNeeded)
      : words.perFullTimeValue(perFullTime.toFixed(1)),
    openings ? words.openingsValue(openings) : '',
  )
}
