import { afterAll, expect, test } from 'vitest'
import { launchChromium } from '../../support/chromium.ts'
import { DESKTOP, faultsOn, PHONE, startBrowsing } from './browser.ts'
import { agendaCard } from './scripted-cards.ts'

const browser = await launchChromium()
afterAll(() => browser.close())

const LOOKS = [
  { name: 'desktop-light', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'phone-light', viewport: PHONE, colorScheme: 'light' },
  { name: 'phone-dark', viewport: PHONE, colorScheme: 'dark' },
] as const

const place = { platform: 'practice', workspace: 'mihon', channel: 'renraku' } as const

test.each(LOOKS)('axe finds nothing where nothing was said yet: $name', async (look) => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=hatsune', { ...look, reducedMotion: 'reduce' })
  await page.getByText('11月の連絡会のケース概要がまだです').waitFor()
  expect(await faultsOn(page, `empty-${look.name}`)).toEqual([])
  await page.locator('#composer-input').fill('/')
  await page.locator('.proposal').first().waitFor()
  expect(await faultsOn(page, `proposals-${look.name}`)).toEqual([])
})

test.each(LOOKS)('axe finds nothing in a busy channel with answers and a thread: $name', async (look) => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato&in=channel:renraku', { ...look, reducedMotion: 'reduce' })
  const input = page.locator('#composer-input')
  await input.fill('1件、持ち越しをお願いしたいケースがあります。')
  await page.keyboard.press('Enter')
  await page.locator('.message-text').waitFor()
  await practice.platform.post(place, agendaCard, 'delivery-1')
  await page.getByText('次第は会議の前日17:00に締め切ります。').waitFor()
  await input.fill('/case list')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'あなただけに表示' }).waitFor()
  expect(await faultsOn(page, `busy-${look.name}`)).toEqual([])
  await page.getByRole('button', { name: 'スレッドで返信' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('返信を書く').fill('承知しました')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '1件の返信' }).waitFor()
  expect(await faultsOn(page, `thread-${look.name}`)).toEqual([])
})

test.each(LOOKS)('axe finds nothing in a form, as opened and as refused: $name', async (look) => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato', { ...look, reducedMotion: 'reduce' })
  await page.locator('#composer-input').fill('/summary submit')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog')
  await form.waitFor()
  expect(await faultsOn(page, `form-${look.name}`)).toEqual([])
  await form.getByRole('button', { name: '提出する' }).click()
  await form.getByText('直すところが2か所あります').waitFor()
  expect(await faultsOn(page, `refused-${look.name}`)).toEqual([])
})

test('on a phone the list is a drawer that Escape closes, and what it covers cannot be reached', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato', { viewport: PHONE, reducedMotion: 'reduce' })
  await page.getByRole('button', { name: '一覧を開く' }).click()
  await page.getByLabel('だれとして試しますか').waitFor()
  expect(await faultsOn(page, 'drawer')).toEqual([])
  expect(await page.evaluate('document.querySelector(".stage").inert')).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('#open-sidebar:focus').waitFor()
})
