import { afterAll, expect, onTestFinished, test } from 'vitest'
import { DESKTOP, faultsOn, PHONE } from '../../bot/practice/browser.ts'
import { launchChromium } from '../../support/chromium.ts'
import { startOperations, TOKEN } from './operations-stage.ts'

const browser = await launchChromium()
afterAll(() => browser.close())

test.each([
  { name: 'desktop', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'phone', viewport: PHONE, colorScheme: 'dark' },
] as const)(
  'an administrator opens the page, has a message sent again, and closes it: $name',
  async (look) => {
    const stage = await startOperations()
    await stage.fail()
    const context = await browser.newContext({
      viewport: look.viewport,
      colorScheme: look.colorScheme,
      locale: 'ja-JP',
    })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('console', (message) => {
      // The door answers 401 and 403: the browser says so, as of every answer that is no success.
      if (message.type() === 'error' && !message.text().includes('status of 40'))
        troubles.push(message.text())
    })

    await page.goto(`${stage.address}/operations`)
    await page.getByLabel('合言葉（OPERATIONS_TOKEN）').fill('ちがう合言葉')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('合言葉がちがいます').waitFor()
    expect(await faultsOn(page, `operations-door-${look.name}`)).toEqual([])

    await page.getByLabel('合言葉（OPERATIONS_TOKEN）').fill(TOKEN)
    await page.getByRole('button', { name: '開く' }).click()
    await page.getByRole('heading', { name: 'つなぎの運用' }).waitFor()
    expect(await faultsOn(page, `operations-failed-${look.name}`)).toEqual([])
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(look.viewport.width)

    stage.takes = true
    await page.getByRole('button', { name: 'もう一度送る' }).click()
    await page.getByRole('status').getByText('もう一度送るようにしました').waitFor()
    expect(await faultsOn(page, `operations-retried-${look.name}`)).toEqual([])
    await stage.settle()
    expect(stage.arrived()).toBe(1)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('Everything was delivered.').waitFor()

    await page.getByRole('button', { name: 'Close (log out)' }).click()
    await page.getByLabel('Token (OPERATIONS_TOKEN)').waitFor()
    await page.goto(`${stage.address}/operations`)
    await page.getByLabel('合言葉（OPERATIONS_TOKEN）').waitFor()
    expect(troubles).toEqual([])
  },
)
