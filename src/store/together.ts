/**
 * Reads that do not need each other: asked for at once, they go to the server and come back together. Where one fails
 * the others are waited for all the same, so that none is still at work when its transaction is over.
 */
export const together = async <Reads extends Record<string, unknown>>(
  reads: Reads,
): Promise<{ [Name in keyof Reads]: Awaited<Reads[Name]> }> => {
  const answers = await Promise.allSettled(Object.values(reads))
  const known = Object.keys(reads).map((name, at) => {
    const answer = answers[at]
    if (answer?.status === 'rejected') throw answer.reason
    return [name, answer?.value]
  })
  return Object.fromEntries(known) as never
}
