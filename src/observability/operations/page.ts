import { html } from 'hono/html'
import type { FailedDelivery } from '../../store/delivery/failed-deliveries.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Facts } from './facts.ts'
import {
  digestSection,
  failedSection,
  type Html,
  lateSection,
  queueSection,
  type Timed,
  type Words,
} from './tables.ts'

const TICK_WITHIN = Temporal.Duration.from({ minutes: 1 })

export type Notice = { kind: 'done' | 'refused'; words: string }

const shell = (words: Words, content: Html): Html => html`<!doctype html>
<html lang="${words.language}">
  <head>
    <meta charset="utf-8" />
    <title>${words.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/operations/style.css" />
  </head>
  <body>${content}</body>
</html>`

const noticed = (notice: Notice | undefined): Html =>
  notice
    ? html`<p class="notice ${notice.kind}" role="${notice.kind === 'done' ? 'status' : 'alert'}">${notice.words}</p>`
    : html``

const language = (words: Words): Html => html`<input type="hidden" name="lang" value="${words.language}" />`
const other = ({ language: shown }: Words): Html => {
  const { language: code, languageName } = catalogues[shown === 'ja' ? 'en' : 'ja'].operations
  return html`<a href="/operations?lang=${code}" lang="${code}" hreflang="${code}">${languageName}</a>`
}

export const doorPage = (words: Words, notice: Notice | undefined): Html =>
  shell(
    words,
    html`
  <main class="door">
    <h1>${words.title}</h1>
    ${noticed(notice)}
    <form method="post" action="/operations/enter">
      ${language(words)}
      <label for="token">${words.door.label}</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required aria-describedby="hint" />
      <p id="hint" class="quiet">${words.door.hint}</p>
      <button>${words.door.enter}</button>
    </form>
    <p>${other(words)}</p>
  </main>`,
  )

export const operationsPage = (
  words: Words,
  facts: Facts,
  version: string,
  timeZone: string,
  notice: Notice | undefined,
): Html => {
  const timed: Timed = (at) =>
    html`<time datetime="${at.toString()}">${words.time(at.toZonedDateTimeISO(timeZone))}</time>`
  const { database, queue } = facts
  return shell(
    words,
    html`
  <header>
    <h1>${words.title}</h1>
    <p class="quiet">${words.asOf(words.time(facts.now.toZonedDateTimeISO(timeZone)))}</p>
    <nav>
      <a href="/operations?lang=${words.language}">${words.reload}</a>
      ${other(words)}
      <form method="post" action="/operations/leave">${language(words)}<button class="plain">${words.leave}</button></form>
    </nav>
  </header>
  <main>
    ${noticed(notice)}
    ${nowSection(words, facts, version, timeZone)}
    ${database ? lateSection(words.late, database.regions, timed) : ''}
    ${database ? failedSection(words.failed, database.failed, timed, (one, kind) => retryForm(words, one, kind, timeZone)) : ''}
    ${database ? digestSection(words.digests, database.regions) : ''}
    ${queue ? queueSection(words.queues, queue) : ''}
  </main>`,
  )
}

const retryForm = (
  words: Words,
  { regionId, id, plannedFor }: FailedDelivery,
  kind: string,
  zone: string,
): Html => {
  const { retry, retryOf } = words.failed
  const what = retryOf(kind, words.time(plannedFor.toZonedDateTimeISO(zone)))
  return html`<form method="post" action="/operations/retry">
    ${language(words)}
    <input type="hidden" name="region" value="${regionId}" /><input type="hidden" name="delivery" value="${id}" />
    <button aria-label="${retry}: ${what}">${retry}</button>
  </form>`
}

const nowSection = (
  { now: words, time }: Words,
  { now, database, queue, platforms }: Facts,
  version: string,
  timeZone: string,
): Html => {
  const item = (name: string, value: string | Html, isBad = false) =>
    html`<div class="${isBad ? 'bad' : ''}"><dt>${name}</dt><dd>${value}</dd></div>`
  const tick = queue?.lastTick
  const tickLate = tick !== undefined && Temporal.Instant.compare(tick.add(TICK_WITHIN), now) < 0
  const tickedAt = tick && time(tick.toZonedDateTimeISO(timeZone))
  const ticked = tickedAt === undefined ? words.noTick : tickLate ? words.tickLate(tickedAt) : tickedAt
  return html`
  <section aria-labelledby="now">
    <h2 id="now">${words.heading}</h2>
    <dl>
      ${item(words.database, database ? `PostgreSQL ${database.version}` : words.away, !database)}
      ${item(words.queue, queue ? queue.server : words.away, !queue)}
      ${queue ? item(words.lastTick, ticked, tick === undefined || tickLate) : ''}
      ${item(words.platforms, platforms.length > 0 ? platforms.join(', ') : words.noPlatforms)}
      ${item(words.version, words.versions(version, process.versions.node))}
    </dl>
  </section>`
}
