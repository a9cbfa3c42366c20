import { html, render } from 'htm/preact'
import { begin } from './starting.ts'
import { App } from './view-app.ts'

const root = document.querySelector('#app')
if (root instanceof HTMLElement) {
  root.replaceChildren()
  render(html`<${App} />`, root)
  void begin()
}
