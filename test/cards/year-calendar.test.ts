import { expect, test } from 'vitest'
import { renderCard as discordCard } from '../../src/bot/discord/render-card.ts'
import { wordsIn } from '../../src/bot/discord/words.ts'
import { renderCard as slackCard } from '../../src/bot/slack/render-card.ts'
import { yearCalendarCard } from '../../src/cards/calendar-year.ts'
import { wantedMeetings } from '../../src/domain/meeting/wanted-meetings.ts'
import { yearCalendar } from '../../src/domain/series/year-calendar.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import { messageFault } from '../support/fake-discord/check.ts'
import { sampleRegion } from '../support/product.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const card = async (weekly: number) => {
  const region = await sampleRegion()
  const [one] = region.series
  if (!one) throw new Error('no series')
  const more = Array.from({ length: weekly }, (_, index) => ({
    ...one,
    id: `w${index}`,
    name: `毎週の会議その${index}`,
    rule: 'FREQ=WEEKLY;BYDAY=TU',
  }))
  const full = { ...region, series: [...region.series, ...more] }
  const planned = wantedMeetings(full, day('2026-04-01'), day('2027-03-31')).map((meeting, index) => ({
    ...meeting,
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  }))
  const names = { member: (id: string) => `見本 ${id}`, body: (id: string) => `見本の会議体 ${id}` }
  const view = { year: 2026, calendar: yearCalendar(full, planned), seen: 'abcdef012345', names }
  return yearCalendarCard({ ...view, confirmed: undefined }, 'ja', catalogues.ja)
}
const asDiscord = async (weekly: number) => {
  const rendered = discordCard(await card(weekly), {
    words: wordsIn('ja'),
    guild: '910000000000000001',
    mark: undefined,
  })
  return JSON.parse(JSON.stringify([rendered]))
}

test.each([1, 30])(
  'a year of %i weekly series fits on both platforms, its button included',
  async (weekly) => {
    const components = await asDiscord(weekly)
    expect(messageFault({ components, flags: 32_768, allowed_mentions: { parse: [] } })).toBeUndefined()
    expect(JSON.stringify(components)).toContain('確定して知らせる')
    const blocks = slackCard(await card(weekly))
    expect(blocks.length).toBeLessThanOrEqual(50)
    expect(JSON.stringify(blocks)).toContain('確定して知らせる')
  },
)

test('with one weekly series every date is shown whole', async () => {
  for (const shown of [JSON.stringify(slackCard(await card(1))), JSON.stringify(await asDiscord(1))])
    for (const date of ['4月7日（火）', '3月30日（火）', '3月25日（木）']) expect(shown).toContain(date)
})
