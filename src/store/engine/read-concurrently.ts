/**
 * Reads that do not need each other: asked for at once, they go to the server and come back together. Where one fails
 * the others are waited for all the same, so that none is still at work when its transaction is over.
 */
export const together = async <Reads extends Record<string, unknown>>(
  reads: Reads,
): Promise<{ [Name in keyof Reads]: Awaited<Reads[Name]> }> => {
  const answers = await eachOf(Object.values(reads))
  return Object.fromEntries(Object.keys(reads).map((name, at) => [name, answers[at]])) as never
}

/** The same of a list, in its order. */
export const eachOf = async <Answer>(reads: readonly Answer[]): Promise<Awaited<Answer>[]> => {
  const answers = await Promise.allSettled(reads)
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
}
