/**
 * Sends reads that do not need each other at once, pipelined. Where one fails the others are awaited all the same, so
 * that none still runs when its transaction is over.
 */
export const readConcurrently = async <Reads extends Record<string, unknown>>(
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
