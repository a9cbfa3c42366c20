import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { serveOnLoopback } from '../../support/practice-server.ts'
import { startWorkspace } from './workspace.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const OUTPUT = new URL('../../../test-output/', import.meta.url)

export const DESKTOP = { width: 1280, height: 800 }
export const PHONE = { width: 320, height: 640 }

/** The workspace in a real browser. Every page's errors are kept: a test may expect none. */
export const startBrowsing = async (browser: Browser, kind: { isTraining?: boolean } = {}) => {
  const workspace = startWorkspace(kind)
  const server = await serveOnLoopback(workspace.app)
  const troubles: string[] = []
  const contexts: BrowserContext[] = []
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'ja-JP', ...options })
    contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) troubles.push(`asked for ${request.url()}`)
    })
    await page.goto(server.origin + path)
    await page.locator('.timeline:not(.is-quiet)').waitFor()
    return page
  }
  return {
    ...workspace,
    origin: server.origin,
    open,
    troubles,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(contexts.map((context) => context.close()))
      await workspace.platform.stop()
      await server.close()
    },
  }
}

/** What axe-core finds wrong, a line each; and keeps a picture to look at. */
export const faultsOn = async (page: Page, name: string): Promise<string[]> => {
  mkdirSync(OUTPUT, { recursive: true })
  await page.screenshot({ path: new URL(`practice-${name}.png`, OUTPUT).pathname })
  await page.evaluate(axe)
  const found: string[] = await page.evaluate(`
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))
  `)
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  return overflow === 0 ? found : [...found, `wider than the window by ${overflow}`]
}
