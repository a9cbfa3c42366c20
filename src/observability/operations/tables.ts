import { html } from 'hono/html'
import type { FailedDelivery } from '../../store/delivery/failed-deliveries.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { noticeName } from '../../text/notice-name.ts'
import type { QueueState, RegionState } from '../state.ts'

export type Html = ReturnType<typeof html>
export type Words = Catalogue['operations']
/** Formats an instant for the reader, in a `<time>` with its ISO form. */
export type Timed = (at: Temporal.Instant) => Html

const section = (id: string, heading: string, content: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${content}</section>`

const table = (id: string, headings: readonly string[], rows: readonly Html[]): Html => html`
  <div class="scrolls" role="group" aria-labelledby="${id}" tabindex="0">
    <table aria-labelledby="${id}">
      <thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </div>`

export const queueSection = (words: Words['queues'], { counts }: QueueState): Html => {
  const rows = counts.map(
    ({ job, waiting, active, delayed }) => html`
      <tr><th scope="row">${words.jobs[job] ?? job} <code>${job}</code></th>
        <td class="number">${waiting}</td><td class="number">${active}</td><td class="number">${delayed}</td></tr>`,
  )
  const headings = [words.job, words.waiting, words.active, words.delayed]
  return section('queues', words.heading, table('queues', headings, rows))
}

export const lateSection = (words: Words['late'], regions: readonly RegionState[], timed: Timed): Html => {
  const late = regions.filter((one) => one.late.count > 0)
  if (late.length === 0) return section('late', words.heading, html`<p class="fine">${words.none}</p>`)
  const rows = late.map(
    ({ region, late: { count, oldest } }) => html`
      <tr class="bad"><th scope="row"><code>${region}</code></th><td class="number">${count}</td>
        <td>${oldest ? timed(oldest) : ''}</td></tr>`,
  )
  return section('late', words.heading, table('late', [words.region, words.count, words.oldest], rows))
}

export const digestSection = (words: Words['digests'], regions: readonly RegionState[]): Html => {
  const rows = regions.flatMap(({ region, digest }) =>
    digest === undefined
      ? []
      : [
          html`
      <tr class="${digest.told < digest.expected ? 'bad' : ''}"><th scope="row"><code>${region}</code></th>
        <td class="number">${digest.expected}</td><td class="number">${digest.told}</td></tr>`,
        ],
  )
  if (rows.length === 0) return section('digests', words.heading, html`<p>${words.none}</p>`)
  return section('digests', words.heading, table('digests', [words.region, words.expected, words.told], rows))
}

export const failedSection = (
  words: Words['failed'],
  failed: readonly FailedDelivery[],
  timed: Timed,
  retry: (one: FailedDelivery, kind: string) => Html,
): Html => {
  if (failed.length === 0) return section('failed', words.heading, html`<p class="fine">${words.none}</p>`)
  const rows = failed.map((one) => {
    const kind = noticeName(one.kind, words) ?? one.kind
    return html`
      <tr><th scope="row">${timed(one.plannedFor)}</th>
        <td>${kind}<br /><code>${one.id}</code></td>
        <td>${one.platform}<br /><code>${one.regionId}</code></td>
        <td class="wide">${words.reasons[one.reason]}</td>
        <td>${retry(one, kind)}</td></tr>`
  })
  const headings = [words.planned, words.kind, words.platform, words.why, words.act]
  return section(
    'failed',
    words.heading,
    html`<p>${words.first(failed.length)}</p>${table('failed', headings, rows)}`,
  )
}
