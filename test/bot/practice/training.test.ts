import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { launchChromium } from '../../support/chromium.ts'
import { DESKTOP, faultsOn, PHONE, startBrowsing } from './browser.ts'
import { agendaCard } from './scripted-cards.ts'

const browser = await launchChromium()
afterAll(() => browser.close())

const LOOKS = [
  { name: 'desktop-light', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'phone-dark', viewport: PHONE, colorScheme: 'dark' },
] as const

const place = { platform: 'practice', workspace: 'mihon', channel: 'renraku' } as const
const BANNER = '訓練用です。ほんものの圏域とは別です。'

/** What lies on top at both ends and the middle of the strip, and whether anything else stands under it. */
const strip = (page: Page): Promise<{ onTop: boolean[]; text: string; cut: boolean; below: boolean }> =>
  page.evaluate(`(() => {
    const strip = document.querySelector('.training')
    const { left, right, top, bottom } = strip.getBoundingClientRect()
    const y = (top + bottom) / 2
    const others = [...document.querySelectorAll('.stage, .sidebar, .dialog, .thread')]
      .filter((one) => getComputedStyle(one).visibility !== 'hidden')
    return {
      onTop: [left + 3, (left + right) / 2, right - 3].map((x) => document.elementFromPoint(x, y) === strip),
      text: strip.textContent,
      cut: strip.scrollWidth > strip.clientWidth,
      below: others.every((one) => one.getBoundingClientRect().top >= bottom - 0.5),
    }
  })()`)

const STANDS = { onTop: [true, true, true], text: BANNER, cut: false, below: true }

test.each(LOOKS)('every screen says that it is for training, and nothing is covered: $name', async (look) => {
  await using practice = await startBrowsing(browser, { isTraining: true })
  const page = await practice.open('/?as=minato&in=channel:renraku', { ...look, reducedMotion: 'reduce' })
  await page.locator('#composer-input').fill('1件、持ち越しをお願いしたいケースがあります。')
  await page.keyboard.press('Enter')
  await page.locator('.message-text').waitFor()
  await practice.platform.post(place, agendaCard, 'delivery-1')
  await page.getByText('次第は会議の前日17:00に締め切ります。').waitFor()
  expect(await page.title()).toMatch(/^(\(\d+\) )?訓練用｜/)
  expect(await strip(page)).toEqual(STANDS)
  expect(await faultsOn(page, `training-${look.name}`)).toEqual([])

  if (look.viewport === PHONE) {
    await page.getByRole('button', { name: '一覧を開く' }).click()
    await page.locator('.sidebar.is-open').waitFor()
    expect(await strip(page)).toEqual(STANDS)
    expect(await faultsOn(page, `training-list-${look.name}`)).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'スレッドで返信' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('返信を書く').waitFor()
  expect(await strip(page)).toEqual(STANDS)
  expect(await faultsOn(page, `training-thread-${look.name}`)).toEqual([])
  await page.getByRole('button', { name: 'スレッドを閉じる' }).click()

  await page.locator('#composer-input').fill('/summary submit')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  // A modal dialog leaves nothing else to point at: what is drawn there is looked at in the picture.
  expect(await strip(page)).toMatchObject({ text: BANNER, below: true })
  expect(await faultsOn(page, `training-form-${look.name}`)).toEqual([])
  expect(practice.troubles).toEqual([])
})

test('it says so in the language of who reads', async () => {
  await using practice = await startBrowsing(browser, { isTraining: true })
  const page = await practice.open('/?as=minato', { viewport: PHONE })
  await page.getByRole('button', { name: '一覧を開く' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Training only, apart from the real region.').waitFor()
  expect(await strip(page)).toMatchObject({ onTop: [true, true, true], cut: false })
  expect(await page.title()).toMatch(/Training: Tsunagi/)
})

test('a workspace that stands alone has no such strip', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato')
  expect(await page.locator('.training').count()).toBe(0)
  expect(await page.title()).not.toContain('訓練')
})
