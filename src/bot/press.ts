/**
 * A command with its options, as a button, a select or an open form carries it. Pressing is running that command.
 * Options hold ids and codes only, never text about a person: platforms show them to nobody, but they keep them.
 */
export type Press = { command: string; options: Record<string, string> }

/** The press of a command; an option that is not given is not carried. */
export const pressOf = (command: string, options: Record<string, string | undefined> = {}): Press => ({
  command,
  options: Object.fromEntries(
    Object.entries(options).filter((one): one is [string, string] => one[1] !== undefined),
  ),
})

/** What the tightest platform leaves (Discord: 100 in all, some of which its adapter needs), in UTF-16 units. */
const LIMIT = 84

/** `case.show?case=S-0142`: one line that every platform can carry. Throws when it would not fit: a card built wrongly. */
export const encodePress = ({ command, options }: Press): string => {
  const query = new URLSearchParams(options).toString()
  const encoded = query === '' ? command : `${command}?${query}`
  if (encoded.length > LIMIT) throw new Error(`press of ${command} is ${encoded.length} long, over ${LIMIT}`)
  return encoded
}

/** Undefined when the line was not made by `encodePress`. Whether such a command exists is the registry's to say. */
export const decodePress = (encoded: string): Press | undefined => {
  const match = /^([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)(?:\?(.*))?$/.exec(encoded)
  if (!match?.[1]) return undefined
  return { command: match[1], options: Object.fromEntries(new URLSearchParams(match[2] ?? '')) }
}
