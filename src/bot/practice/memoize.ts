import { LRUCache } from 'lru-cache'

/**
 * Answers by event, so that a repeat after a lost answer gets the same one and nothing is done twice. Bounded: the
 * least recently used are forgotten, and the product's own guard against repeated events stands behind it.
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
