import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { addressOf, closeServer, listenWith } from '../../src/app/web.ts'

const Value = z.object({ stringValue: z.string().optional() }).loose()
const Span = z.object({
  traceId: z.string().length(32),
  spanId: z.string().length(16),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: Value })).default([]),
  events: z.array(z.unknown()).default([]),
  status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
})
const Exported = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value: Value })) }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) })),
    }),
  ),
})
export type CollectedSpan = z.output<typeof Span>

export type Collector = {
  address: string
  spans: CollectedSpan[]
  /** Everything that arrived, as it was on the wire. */
  bodies: string[]
  /** The spans once they make `look` true. */
  until(look: (spans: readonly CollectedSpan[]) => boolean): Promise<readonly CollectedSpan[]>
}

/** A collector of traces as OTLP over HTTP reaches it. What is not OTLP is refused, and nothing is kept of it. */
export const startCollector = async (): Promise<Collector> => {
  const spans: CollectedSpan[] = []
  const bodies: string[] = []
  const waiting = new Set<() => void>()
  const server = await listenWith(
    async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks).toString()
      const read = Exported.safeParse(JSON.parse(body))
      const isOtlp = request.method === 'POST' && request.url === '/v1/traces' && read.success
      response.writeHead(isOtlp ? 200 : 400, { 'content-type': 'application/json' }).end('{}')
      if (!isOtlp) return
      bodies.push(body)
      spans.push(...read.data.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)))
      for (const look of waiting) look()
    },
    0,
    '127.0.0.1',
  )
  onTestFinished(() => closeServer(server))
  return {
    address: addressOf(server),
    spans,
    bodies,
    until: (enough) =>
      new Promise((resolve) => {
        const look = () => {
          if (!enough(spans)) return
          waiting.delete(look)
          resolve(spans)
        }
        waiting.add(look)
        look()
      }),
  }
}
