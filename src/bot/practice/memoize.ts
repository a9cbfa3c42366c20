/**
 * Answers by event, so that a repeat after a lost answer gets the same one and nothing is done twice. Bounded: the
 * oldest are forgotten, and the product's own guard against repeated events stands behind it.
 */
export const remembered = <Answer>(limit: number) => {
  const answers = new Map<string, Promise<Answer>>()
  return (event: string, act: () => Promise<Answer>): Promise<Answer> => {
    const known = answers.get(event)
    if (known !== undefined) return known
    const answer = act()
    answers.set(event, answer)
    answer.catch(() => answers.delete(event))
    const oldest = answers.size > limit ? answers.keys().next().value : undefined
    if (oldest !== undefined) answers.delete(oldest)
    return answer
  }
}
