import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { practiceWorkspace } from '../../src/bot/practice/practice.ts'
import { launchChromium } from '../support/chromium.ts'
import { asOwner } from '../support/database.ts'
import { submitSixSections } from '../support/meetings.ts'
import { people } from '../support/people.ts'
import { practiceMemoryStore } from '../support/practice-memory-store.ts'
import { serveOnLoopback } from '../support/practice-server.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

const browser = await launchChromium()
afterAll(() => browser.close())

const CHANNEL = 'renrakukai'
const BEGINS = tokyo('2026-06-17T14:00')

/** The product behind the practice workspace's own pages, on the day of the meeting. */
const servedProduct = async (): Promise<{ product: Product; origin: string }> => {
  const product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = onlyLiaison(await sampleRegion())
  await product.load(region)
  await submitSixSections(people(product))
  await asOwner(product.databaseUrl, region.id, (owner) =>
    owner.query(`update summaries set agreed_at = submitted_at, agreed_by = 'midori'`),
  )
  await product.until(BEGINS)
  const members = region.members.map(({ id, name }) => ({ id, name, office: '', role: '' }))
  const channel = { id: CHANNEL, name: '連絡会', topic: '', isPrivate: true, members: ['midori', 'daichi'] }
  const { platform, app } = practiceWorkspace({
    dispatch: product.dispatch,
    commands: product.registry.views,
    store: practiceMemoryStore({ id: region.id, name: region.name, members, channels: [channel] }),
    time: {
      now: product.clock.now,
      timeZone: 'Asia/Tokyo',
      next: async () => undefined,
      advance: async () => ({ now: product.clock.now(), delivered: 0 }),
    },
    log: pino({ level: 'silent' }),
  })
  const server = await serveOnLoopback(app)
  onTestFinished(async () => {
    await platform.stop()
    await server.close()
  })
  return { product, origin: server.origin }
}

const open = async (from: Browser, origin: string, member: string, troubles: string[]): Promise<Page> => {
  const context = await from.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  await page.goto(`${origin}/?as=${member}&in=channel:${CHANNEL}`)
  await page.locator('.timeline:not(.is-quiet)').waitFor()
  return page
}

test('a meeting is run through its six sections by two people who press “next” at the same time', async () => {
  const { product, origin } = await servedProduct()
  const troubles: string[] = []
  const midori = await open(browser, origin, 'midori', troubles)
  const daichi = await open(browser, origin, 'daichi', troubles)
  await midori.locator('#composer-input').fill('/meeting start')
  await midori.keyboard.press('Enter')

  const both = [midori, daichi]
  const next = (page: Page) => page.getByRole('button', { name: '次へ' })
  for (let section = 1; section <= 6; section += 1) {
    await Promise.all(both.map((page) => page.getByText(`いま　${section}(1)`).waitFor()))
    if (section === 3) await midori.screenshot({ path: 'test-output/live-meeting.png', fullPage: true })
    // Found before either is pressed: whoever is second presses what the first has just moved on.
    const found = await Promise.all(both.map((page) => next(page).elementHandle()))
    await Promise.all(
      found.map((one) => one?.evaluate((button) => (button as unknown as { click(): void }).click())),
    )
  }
  await Promise.all(both.map((page) => page.getByText('すべての項目が終わりました').waitFor()))
  expect(await midori.getByText('進行中').count()).toBeGreaterThan(0)
  await daichi.getByRole('button', { name: '終了' }).click()
  await daichi.getByRole('button', { name: '終わる', exact: true }).click()
  await midori.getByText('全体で0分').waitFor()

  const outcomes = await asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const { rows } = await owner.query<{ outcome: string }>('select outcome from meeting_run_items')
    return rows.map(({ outcome }) => outcome)
  })
  expect(outcomes).toEqual(Array.from({ length: 6 }, () => 'done'))
  expect(troubles).toEqual([])
})
