/**
 * Answers of a pure rule that is asked the same again and again, each plan of each person: kept by the question's
 * words for as long as the thing they were worked out for (a calendar, a morning) is in use.
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
