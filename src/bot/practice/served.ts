import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import { practice } from '../../text/ja/practice.ts'
import { type Assets, hashOf, loadAssets } from './assets.ts'
import { sameOriginOnly, smallBodiesOnly, strictHeaders } from './guard.ts'
import { TRAINING_CLASS } from './protocol.ts'

/** An app with the guards before everything, the page at `/` and its files. */
export const served = (hosts: readonly string[], isTraining: boolean): Hono => {
  const assets = loadAssets()
  const page = String(practicePage(assets, isTraining))
  const app = new Hono()
  app.use(strictHeaders(hashOf(assets.importMap)), sameOriginOnly(hosts), smallBodiesOnly)
  app.get('/', (c) => c.html(page, 200, { 'cache-control': 'no-cache' }))
  app.get('/assets/*', (c) => {
    const file = assets.files.get(c.req.path)
    if (!file) return c.notFound()
    return c.body(file.body, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  return app
}

/** The page's shell; everything in it is drawn by `browser/main.ts`, which knows by the class that it is for training. */
const practicePage = (
  { importMap, scripts, main, style, icon }: Assets,
  isTraining: boolean,
) => html`<!doctype html>
<html lang="ja" class="${isTraining ? TRAINING_CLASS : ''}">
  <head>
    <meta charset="utf-8" />
    <title>${isTraining ? practice.training.title : ''}${practice.page.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${practice.page.description}" />
    <link rel="icon" href="${icon}" type="image/svg+xml" />
    <link rel="stylesheet" href="${style}" />
    <script type="importmap">${raw(importMap)}</script>
    ${scripts.map((path) => html`<link rel="modulepreload" href="${path}" />`)}
    <script type="module" src="${main}"></script>
  </head>
  <body>
    <div id="app">
      ${isTraining ? html`<header class="training">${practice.training.banner}</header>` : ''}
      <div class="starting"><p>${practice.page.starting}</p></div>
    </div>
    <noscript><p>${practice.page.needsScript}</p></noscript>
  </body>
</html>`
