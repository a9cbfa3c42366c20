import { LRUCache } from 'lru-cache'

/**
 * Makes an act idempotent: caches its answer by event, so that a retry after a lost answer gets the same one. Bounded,
 * evicting the least recently used: the product deduplicates events behind it anyway.
 */
export const memoize = <Answer>(limit: number) => {
  const answers = new LRUCache<string, Promise<Answer>>({ max: limit })
  return (event: string, act: () => Promise<Answer>): Promise<Answer> => {
    const known = answers.get(event)
    if (known !== undefined) return known
    const answer = act()
    answers.set(event, answer)
    answer.catch(() => answers.delete(event))
    return answer
  }
}
