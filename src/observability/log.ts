import pino, { type DestinationStream, type Logger } from 'pino'
import { activeTrace } from './span.ts'

/**
 * Opens a JSON log of ids, never texts: fields that may hold a text or a secret are redacted at any depth, errors are
 * reduced to fields without texts, and each line has its trace id where traces are made. `to`: standard output by default.
 */
export const makeLog = (level: string, to: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      mixin: activeTrace,
      formatters: { log: (facts) => cutOut(facts, 0) as Record<string, unknown> },
      // pino falls back to the error's own message when a line has none: redact that, too.
      hooks: {
        logMethod([facts, ...words], method) {
          const error = errorIn(facts)
          if (words.length === 0 && error) method.apply(this, [{ ...beside(facts), error }, error.name])
          else method.apply(this, [facts, ...words])
        },
      },
    },
    to,
  )

const errorIn = (facts: unknown): Error | undefined => {
  if (facts instanceof Error) return facts
  if (typeof facts !== 'object' || facts === null || !('err' in facts)) return undefined
  return facts.err instanceof Error ? facts.err : undefined
}
const beside = (facts: unknown): object =>
  typeof facts === 'object' && !(facts instanceof Error) ? { ...facts, err: undefined } : {}

/** Redacted fields: what people wrote or read, and credentials. */
const CUT = new Set([
  'values',
  'text',
  'title',
  'card',
  'form',
  'initial',
  'quoted',
  'typed',
  'words',
  'params',
  'query',
  'body',
  'headers',
  'token',
  'secret',
  'password',
])
const DEEPEST = 6

const cutOut = (value: unknown, depth: number): unknown => {
  if (value instanceof Error) return errorFacts(value, depth)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return undefined
  if (Array.isArray(value)) return value.map((one) => cutOut(one, depth + 1))
  if (!isPlain(value)) return value
  const kept = Object.entries(value).filter(([name]) => !CUT.has(name))
  return Object.fromEntries(kept.map(([name, inner]) => [name, cutOut(inner, depth + 1)]))
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Errors whose messages are ours or Node's. A library's may quote its input: a query's values, an unreadable text. */
const OWN_WORDS: readonly unknown[] = [Error, TypeError, ReferenceError, AggregateError]
/** Fields without texts, of errors of PostgreSQL, Node and the platforms. */
const FACTS = ['code', 'status', 'severity', 'table', 'column', 'constraint', 'routine', 'syscall'] as const
const IS_A_WORD = /^[\w.:-]{1,64}$/

const errorFacts = (error: Error, depth: number): Record<string, unknown> => {
  const given: Partial<Record<string, unknown>> = { ...error }
  const facts = FACTS.flatMap((name) =>
    IS_A_WORD.test(String(given[name] ?? '')) ? [[name, given[name]]] : [],
  )
  return {
    type: error.constructor.name,
    message: OWN_WORDS.includes(error.constructor) ? error.message : undefined,
    ...Object.fromEntries(facts),
    at: framesOf(error),
    cause: error.cause instanceof Error && depth < DEEPEST ? errorFacts(error.cause, depth + 1) : undefined,
    errors: error instanceof AggregateError ? cutOut(error.errors, depth + 1) : undefined,
  }
}

/** Drops the first lines of a stack, which repeat the error's message. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack.split('\n').flatMap((line) => (/^ +at .+:\d+:\d+\)?$/.test(line) ? [line.trim().slice(3)] : []))
