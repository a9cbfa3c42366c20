import { Hono } from 'hono'
import { hashOf, loadAssets } from './assets.ts'
import { sameOriginOnly, smallBodiesOnly, strictHeaders } from './guard.ts'
import { practicePage } from './page.ts'

/** An app with the guards before everything, the page at `/` and its files. */
export const served = (hosts: readonly string[]): Hono => {
  const assets = loadAssets()
  const page = String(practicePage(assets))
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
