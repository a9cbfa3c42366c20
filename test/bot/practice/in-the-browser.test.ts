import { afterAll, expect, test } from 'vitest'
import { launchChromium } from '../../support/chromium.ts'
import { startBrowsing } from './browser.ts'
import { agendaCard } from './scripted-cards.ts'

const browser = await launchChromium()
afterAll(() => browser.close())

const RENRAKU = '&in=channel:renraku'

test('a summary is written, refused, corrected, taken, announced, and seen live by a colleague', async () => {
  await using practice = await startBrowsing(browser)
  const minato = await practice.open(`/?as=minato${RENRAKU}`)
  const sora = await practice.open('/?as=sora')

  await minato.keyboard.press('Tab')
  await minato.keyboard.press('Enter')
  await minato.keyboard.type('/su')
  await minato.getByRole('option', { name: /summary submit/ }).waitFor()
  await minato.keyboard.press('Tab')
  await minato.keyboard.type('S-01')
  await minato.getByRole('option', { name: /S-0142/ }).waitFor()
  await minato.keyboard.press('ArrowDown')
  await minato.keyboard.press('Enter')
  expect(await minato.locator('#composer-input').inputValue()).toBe('/summary submit S-0142')
  await minato.keyboard.press('Enter')

  const form = minato.getByRole('dialog', { name: 'ケース概要を出す' })
  await form.waitFor()
  await minato.keyboard.type('S-0142')
  const question = form.getByLabel('会議で相談したいこと')
  await question.fill('連絡先は090-0000-0000です。通いの場を一緒に考えてください。')
  await form.getByRole('button', { name: '提出する' }).press('Enter')
  await form.getByText('直すところが2か所あります').waitFor()
  expect(await question.inputValue()).toContain('通いの場を一緒に考えてください')
  expect(await question.getAttribute('aria-invalid')).toBe('true')
  const described = (await question.getAttribute('aria-describedby'))?.split(' ') ?? []
  const reasons = await Promise.all(described.map((id) => minato.locator(`[id="${id}"]`).textContent()))
  expect(reasons.join()).toContain('電話番号が書かれているようです')
  expect(await minato.evaluate('document.activeElement.type')).toBe('radio')

  await form.getByLabel('新規').check()
  await question.fill('通いの場を一緒に考えてください。')
  await form.getByRole('button', { name: '提出する' }).press('Enter')
  await form.waitFor({ state: 'detached' })
  const answer = minato.getByRole('group', { name: 'あなただけに表示' })
  await answer.getByText('ケース概要を受け付けました').waitFor()

  await answer.getByRole('button', { name: '連絡会に知らせる' }).press('Enter')
  await minato.getByText('次の連絡会のケース概要が1件出ました。').waitFor()
  const unread = sora.getByRole('button', { name: /事業所連絡会.*未読1件/ })
  await unread.press('Enter')
  await sora.getByText('次の連絡会のケース概要が1件出ました。').waitFor()
  expect(await sora.getByText('ケース概要を受け付けました').count()).toBe(0)

  await sora.getByRole('button', { name: '出席します' }).press('Enter')
  await sora.getByText('出席で承りました。').waitFor()
  await minato.getByText('出席で承りました。').waitFor()
  expect(practice.troubles).toEqual([])
})

test('a person is switched in the list, and the address remembers who', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/')
  await page.getByLabel('だれとして試しますか').selectOption('sora')
  await page.getByRole('button', { name: /運営会議/ }).press('Enter')
  await page.getByRole('heading', { name: '運営会議', level: 1 }).waitFor()
  expect(new URL(page.url()).searchParams.get('as')).toBe('sora')
  await page.reload()
  await page.getByRole('heading', { name: '運営会議', level: 1 }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'つなぎ', level: 1 }).waitFor()
})

test('a colleague’s words arrive without reloading and are announced', async () => {
  await using practice = await startBrowsing(browser)
  const minato = await practice.open(`/?as=minato${RENRAKU}`)
  const sora = await practice.open(`/?as=sora${RENRAKU}`)
  await sora.locator('#composer-input').fill('おはようございます')
  await sora.keyboard.press('Enter')
  await minato.locator('.message-text', { hasText: 'おはようございます' }).waitFor()
  await minato.locator('[aria-live]', { hasText: '例示 そらさんから: おはようございます' }).waitFor()
})

test('a form keeps what was typed when the network fails, and goes once when it is back', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato')
  await page.locator('#composer-input').fill('/概要 提出')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'ケース概要を出す' })
  await form.getByLabel('ケース番号').fill('S-0142')
  await form.getByLabel('新規').check()
  await form.getByLabel('会議で相談したいこと').fill('通いの場')
  // The request arrives; only its answer is lost.
  await page.route('**/interact', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await form.getByRole('button', { name: '提出する' }).click()
  await form.getByText('送れませんでした').waitFor()
  expect(await form.getByLabel('会議で相談したいこと').inputValue()).toBe('通いの場')
  await page.unroute('**/interact')
  await form.getByRole('button', { name: '提出する' }).click()
  await page.getByRole('heading', { name: 'ケース概要を受け付けました' }).waitFor()
  expect(practice.asked.filter(({ kind }) => kind === 'submit')).toHaveLength(1)
})

test('what is typed reaches the server before it is sent; thrown away, it is gone there too', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato')
  await page.locator('#composer-input').fill('/概要 提出')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'ケース概要を出す' })
  const kept = () => practice.asked.flatMap((one) => (one.kind === 'keep' ? [one.values] : []))
  await form.getByLabel('会議で相談したいこと').fill('通いの場')
  await expect.poll(() => kept().at(-1)).toMatchObject({ question: '通いの場' })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '閉じる' }).last().click()
  await expect.poll(() => kept().at(-1)).toEqual({})
})

test('a message that could not be sent stays in the input', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open(`/?as=minato${RENRAKU}`)
  await page.route('**/say', (route) => route.abort())
  await page.locator('#composer-input').fill('消えてほしくない長い文章')
  await page.keyboard.press('Enter')
  await page.getByText('送れませんでした').waitFor()
  expect(await page.locator('#composer-input').inputValue()).toBe('消えてほしくない長い文章')
})

test('Escape closes an untouched form at once and asks before it loses what was typed', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato')
  const form = page.getByRole('dialog', { name: 'ケース概要を出す' })
  const openForm = async () => {
    await page.locator('#composer-input').fill('/summary submit')
    await page.keyboard.press('Enter')
    await form.waitFor()
  }
  await openForm()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await openForm()
  await page.keyboard.type('S-01')
  await page.keyboard.press('Escape')
  await page.getByText('書いたものを消して閉じますか？').waitFor()
  await page.keyboard.press('Escape')
  expect(await form.getByLabel('ケース番号').inputValue()).toBe('S-01')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '消して閉じる' }).click()
  await form.waitFor({ state: 'detached' })
  await page.locator('#composer-input:focus').waitFor()
})

test('a button that asks first does nothing until it is answered yes', async () => {
  await using practice = await startBrowsing(browser)
  const place = { platform: 'practice', workspace: 'mihon', channel: 'renraku' } as const
  await practice.platform.post(place, agendaCard, 'delivery-1')
  const page = await practice.open(`/?as=minato${RENRAKU}`)
  const cancel = page.getByRole('button', { name: '会議を取りやめる' })
  await cancel.click()
  await page.getByRole('dialog').getByRole('button', { name: 'やめておく' }).click()
  expect(practice.asked).toEqual([])
  await cancel.click()
  await page.getByRole('dialog').getByRole('button', { name: '取りやめる', exact: true }).click()
  await page.locator('.card-text', { hasText: 'meeting.cancel を承りました。' }).waitFor()
})

test('the clock moves on a press, shows that it is moving, and what came flows in', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato')
  const place = { platform: 'practice', workspace: 'mihon', user: 'minato' } as const
  practice.whileLeaping(async () => {
    await page.getByRole('progressbar').waitFor()
    expect(await page.getByRole('button', { name: '翌日へ' }).getAttribute('aria-disabled')).toBe('true')
    await practice.platform.post(place, agendaCard, 'delivery-1')
    await page.getByText('11月の事業所連絡会 次第').waitFor()
  })
  await page.getByRole('button', { name: '翌日へ' }).click()
  await page.getByText('11月21日（土） 14:05になりました。お知らせが1件届きました。').waitFor()
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
})

test('English is one press away and is remembered', async () => {
  await using practice = await startBrowsing(browser)
  const page = await practice.open('/?as=minato')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'This is where you practise with Tsunagi' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'To next reminder' }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
})
