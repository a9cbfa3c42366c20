import { html, raw } from 'hono/html'
import { practice } from '../../text/ja/practice.ts'
import type { Assets } from './assets.ts'

/** The page's shell; everything in it is drawn by `browser/main.ts`. */
export const practicePage = ({ importMap, scripts, main, style, icon }: Assets) => html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <title>${practice.page.title}</title>
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
    <div id="app" class="starting"><p>${practice.page.starting}</p></div>
    <noscript><p>${practice.page.needsScript}</p></noscript>
  </body>
</html>`
