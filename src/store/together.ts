/** Reads that do not need each other: asked for at once, they go to the server and come back together. */
export const together = async <Reads extends Record<string, unknown>>(
  reads: Reads,
): Promise<{ [Name in keyof Reads]: Awaited<Reads[Name]> }> => {
  const answers = await Promise.all(Object.values(reads))
  return Object.fromEntries(Object.keys(reads).map((name, at) => [name, answers[at]])) as never
}
