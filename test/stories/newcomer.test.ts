import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { botFolder } from '../support/bot-process.ts'
import { launchChromium } from '../support/chromium.ts'

const SHOTS = new URL('../../test-output/', import.meta.url).pathname
mkdirSync(SHOTS, { recursive: true })

const browser = await launchChromium()
afterAll(() => browser.close())

const type = async (page: Page, line: string) => {
  const input = page.locator('#composer-input')
  await input.fill(line)
  await input.press('Enter')
}

test('a newcomer submits a summary, advances the clock, and reads the posted agenda', {
  timeout: 180_000,
}, async () => {
  await using folder = await botFolder()
  const bot = await folder.start()
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'ja-JP' })
  await page.goto(`${bot.address}/?as=sakura`)
  await page.locator('#composer-input').waitFor()
  await page.screenshot({ path: `${SHOTS}newcomer-1-first-look.png` })

  await type(page, '/summary submit S-0101')
  const form = page.getByRole('dialog')
  await form.getByLabel('アセスメント').fill('一人暮らしを始めて半年。朝起きられず、仕事を休みがち。')
  await form.getByLabel('本人の意向と目標').fill('働きつづけたい。')
  await form.getByLabel('支援方針').fill('朝の支度を一緒に整える。連絡は090-1234-5678へ。')
  await form.getByLabel('支援内容').fill('居宅介護 週2回、就労継続支援B型 週4日。')
  await form.getByRole('button', { name: '提出する' }).click()
  await form.getByText('電話番号が書かれているようです', { exact: false }).first().waitFor()
  await page.screenshot({ path: `${SHOTS}newcomer-2-refused.png` })
  await form.getByLabel('支援方針').fill('朝の支度を一緒に整える。')
  await form.getByRole('button', { name: '提出する' }).click()
  await page.getByText('ケース S-0101 の概要を提出しました').first().waitFor()
  await page.screenshot({ path: `${SHOTS}newcomer-3-submitted.png` })

  const reader = await browser.newPage({ viewport: { width: 1280, height: 1400 }, locale: 'ja-JP' })
  await reader.goto(`${bot.address}/?as=riku&in=channel:renrakukai`)
  await reader.locator('#composer-input').waitFor()
  const agenda = reader
    .getByText('第1回 指定特定相談支援事業所連絡会 次第', { exact: false })
    .or(reader.getByText(/第\d+回 指定特定相談支援事業所連絡会 次第/))
  const week = page.getByRole('button', { name: '翌週へ' })
  for (let weeks = 0; weeks < 7 && (await agenda.count()) === 0; weeks += 1) {
    await week.click()
    await page.locator('button:has-text("翌週へ"):not([disabled])').waitFor({ timeout: 60_000 })
    await reader.reload()
    await reader.locator('#composer-input').waitFor()
  }
  await agenda.first().waitFor()
  await reader.getByText('更新プラン　S-0101', { exact: false }).first().waitFor()
  await reader.screenshot({ path: `${SHOTS}newcomer-4-agenda.png` })
  await reader.setViewportSize({ width: 390, height: 844 })
  await reader.screenshot({ path: `${SHOTS}newcomer-5-agenda-phone.png` })
  await page.goto(`${bot.address}/?as=midori`)
  await page.locator('#composer-input').waitFor()
  await page.screenshot({ path: `${SHOTS}newcomer-6-coordinator.png` })
  expect(await reader.getByText(/次第$/).count()).toBeGreaterThan(0)
  expect(await bot.interrupt()).toBe(0)
})
