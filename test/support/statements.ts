import pg from 'pg'
import { vi } from 'vitest'

/** The texts of what this process asks of PostgreSQL while something is done. */
export const statementsDuring = async (work: () => Promise<unknown>): Promise<string[]> => {
  const asked: string[] = []
  const query = pg.Client.prototype.query
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [config] = given
    asked.push(typeof config === 'string' ? config : (config as { text: string }).text)
    return Reflect.apply(query, this, given) as never
  })
  try {
    await work()
  } finally {
    spy.mockRestore()
  }
  return asked
}

export const isBegin = (text: string): boolean => text.startsWith('begin')
