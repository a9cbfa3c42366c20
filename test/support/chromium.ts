import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where a Chromium is on this machine; undefined where there is none. */
export const chromiumPath: string | undefined = PLACES.find((place) => existsSync(place))

/** A browser of its own, with nothing remembered. */
export const launchChromium = (): Promise<Browser> => {
  if (chromiumPath === undefined) throw new Error('install chromium to run the tests in a browser')
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS })
}
