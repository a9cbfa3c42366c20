/**
 * Runs independent reads concurrently, pipelined on the transaction's connection. On failure the others are still
 * awaited, so that none runs past the end of the transaction.
 */
export const readConcurrently = async <Reads extends Record<string, unknown>>(
  reads: Reads,
): Promise<{ [Name in keyof Reads]: Awaited<Reads[Name]> }> => {
  const answers = await eachOf(Object.values(reads))
  return Object.fromEntries(Object.keys(reads).map((name, at) => [name, answers[at]])) as never
}

/** Does the same for a list, in order. */
export const eachOf = async <Answer>(reads: readonly Answer[]): Promise<Awaited<Answer>[]> => {
  const answers = await Promise.allSettled(reads)
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
}
