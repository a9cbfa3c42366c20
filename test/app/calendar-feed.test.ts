import { randomBytes } from 'node:crypto'
import ICAL from 'ical.js'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { calendarFeed } from '../../src/app/calendar-feed.ts'
import { addressOf, listen } from '../../src/app/web.ts'
import type { Reply } from '../../src/bot/port.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { asOwner } from '../support/database.ts'
import { people, saidIn } from '../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

let product: Product
let at: ReturnType<typeof people>
let region: Region
let web: ReturnType<typeof calendarFeed>

const addressIn = (reply: Reply): string =>
  /http:\/\/localhost:3000(\/calendar\/[\w-]+\/[\w-]{43}\.ics)/.exec(saidIn(reply))?.[1] ?? ''
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one)
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      status: one.getFirstPropertyValue('status'),
      changed: one.getFirstPropertyValue('last-modified')?.toString(),
      stamp: one.getFirstPropertyValue('dtstamp')?.toString(),
    }
  })
const read = async (address: string) => {
  const response = await web.request(address)
  expect(response.status).toBe(200)
  return eventsIn(await response.text())
}

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-07T10:00'))
  region = onlyLiaison(await sampleRegion())
  await product.load(region)
  at = people(product, region.id)
  web = calendarFeed(product)
})

test("a person's calendar holds their meetings; a moved and a cancelled one are the same events, changed", async () => {
  const address = addressIn(await at.types('sakura', 'カレンダー リンク'))
  const before = await read(address)
  expect(before.length).toBeGreaterThanOrEqual(12)
  const [first, second] = before
  const [series] = region.series
  expect(first).toMatchObject({ sequence: 0, status: 'CONFIRMED', location: series?.place })
  expect(first?.summary).toBe(series?.name)
  const id = (uid: string | undefined) => uid?.replace('@tsunagi', '') ?? ''
  await product.until(tokyo('2026-04-07T11:00'))
  const values = { date: '2026-06-02', time: '15:00', reach: 'one', keep: 'no' }
  await at.submits('midori', 'meeting.move', { meeting: id(second?.uid) }, values)
  await at.submits('midori', 'meeting.cancel', { meeting: id(first?.uid) }, { reason: '会場が使えないため' })
  const after = await read(address)
  expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted())
  const of = (uid: string | undefined) => after.find((one) => one.uid === uid)
  expect(of(first?.uid)).toMatchObject({ status: 'CANCELLED', sequence: 1, changed: '2026-04-07T02:00:00Z' })
  expect(of(second?.uid)).toMatchObject({
    status: 'CONFIRMED',
    sequence: 1,
    start: '2026-06-02T06:00:00.000Z',
    stamp: '2026-04-07T02:00:00Z',
  })
  expect(after.slice(2).every(({ sequence }) => sequence === 0)).toBe(true)
})

test('an address is asked again for nothing while nothing changed, and is useless once revoked or made anew', async () => {
  const address = addressIn(await at.types('sakura', 'calendar link'))
  const response = await web.request(address)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const etag = response.headers.get('etag') ?? ''
  const again = await web.request(address, { headers: { 'if-none-match': `W/${etag}` } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const token = address.split('/').at(-1)?.slice(0, -4) ?? ''
  const stored = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query('select f::text as line from calendar_feeds f')
    return JSON.stringify(rows)
  })
  expect(stored).not.toContain(token)
  const renewed = addressIn(await at.types('sakura', 'calendar link'))
  expect(renewed).not.toBe(address)
  const gone = async (path: string) => {
    const answered = await web.request(path)
    return [answered.status, await answered.text(), JSON.stringify([...answered.headers])]
  }
  const never = await gone(`/calendar/${region.id}/${'x'.repeat(43)}.ics`)
  expect(never[0]).toBe(404)
  expect(await gone(address)).toEqual(never)
  expect(await gone(renewed.replace(region.id, 'elsewhere'))).toEqual(never)
  expect(await gone('/calendar/short.ics')).toEqual(never)
  await at.types('sakura', 'calendar revoke')
  expect(await gone(renewed)).toEqual(never)
  expect(saidIn(await at.types('sakura', 'calendar revoke'))).toContain('ありません')
})

test("a body's calendar is a coordinator's to give; who leaves the region reads nothing more; too much is refused", async () => {
  const [series] = region.series
  const body = series?.body ?? ''
  expect(saidIn(await at.presses('sakura', 'calendar.link', { body }))).toContain('calendar.refused')
  expect(saidIn(await at.presses('midori', 'calendar.link', { body: 'nowhere' }))).toContain(
    'calendar.refused',
  )
  const ofBody = addressIn(await at.presses('midori', 'calendar.link', { body }))
  expect((await read(ofBody)).length).toBeGreaterThanOrEqual(12)
  const own = addressIn(await at.types('iin-01', 'calendar link'))
  const members = region.members.filter(({ id }) => id !== 'iin-01')
  const bodies = region.bodies.map((one) => ({
    ...one,
    members: one.members.filter((seat) => !('member' in seat) || seat.member !== 'iin-01'),
  }))
  await product.database.inRegion(region.id, (scope) => saveRegion(scope, { ...region, members, bodies }))
  expect((await web.request(own)).status).toBe(404)
  const statuses = new Set<number>()
  for (let asked = 0; asked < 60; asked += 1) statuses.add((await web.request(ofBody)).status)
  expect([...statuses]).toEqual([200, 429])
})

test('made-up addresses, however many, lock nobody out of a right one', async () => {
  const address = addressIn(await at.types('sakura', 'calendar link'))
  const statuses: number[] = []
  for (let tries = 0; tries < 200; tries += 1) {
    const madeUp = randomBytes(32).toString('base64url')
    statuses.push((await web.request(`/calendar/${region.id}/${madeUp}.ics`)).status)
  }
  expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  expect((await read(address)).length).toBeGreaterThanOrEqual(12)
  product.clock.set(product.clock.now().add({ minutes: 10 }))
  expect((await web.request('/calendar/short.ics')).status).toBe(404)
})

test('the button of a meeting gives it as a file to who asked', async () => {
  const list = await at.types('iin-01', 'meeting list')
  const meeting = /"meeting":"([0-9a-f-]{36})"/.exec(saidIn(list))?.[1] ?? ''
  const reply = await at.presses('iin-01', 'meeting.file', { meeting })
  if (reply.kind !== 'card') throw new Error(saidIn(reply))
  const [file] = reply.files ?? []
  expect(file?.name).toMatch(/^meeting-2026-\d\d-\d\d\.ics$/)
  expect(eventsIn(new TextDecoder().decode(file?.bytes))).toMatchObject([{ uid: `${meeting}@tsunagi` }])
})

test('the web server serves it beside the rest, whole for Outlook and Google: lines, times in UTC, no organiser', async () => {
  const server = await listen({ ready: async () => true, calendar: web }, 0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
  })
  const address = addressIn(await at.types('sakura', 'calendar link'))
  const text = await (await fetch(`${addressOf(server)}${address}`)).text()
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true)
  expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/)
  expect(text).toContain('METHOD:PUBLISH')
  expect(text).not.toMatch(/ORGANIZER|ATTENDEE|mailto/)
})
