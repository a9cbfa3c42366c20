/**
 * Memoizes a pure rule that is asked the same for each plan of each person. The cache is keyed by `question` and lives
 * as long as its owner (a calendar, a morning) is referenced.
 */
export const memoize = <Owner extends object, Answer>() => {
  const known = new WeakMap<Owner, Map<string, Answer>>()
  return (owner: Owner, question: string, workOut: () => Answer): Answer => {
    const answers = known.get(owner) ?? new Map<string, Answer>()
    known.set(owner, answers)
    const before = answers.get(question)
    if (before !== undefined || answers.has(question)) return before as Answer
    const answer = workOut()
    answers.set(question, answer)
    return answer
  }
}
