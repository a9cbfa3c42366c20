const CUSTOM_EMOJI = /<a?(:\w+:)\d+>/g
/** Mentions of people, roles, channels and commands, and moments: Discord writes ids there, which say nothing to a reader. */
const BY_ID = /<(?:[@#][!&]?\d+|\/[^:>]+:\d+|t:-?\d+(?::\w)?|id:\w+)>/g

/** What was written, without Discord's ids. */
export const quotedText = (content: string): string =>
  content.replace(CUSTOM_EMOJI, '$1').replace(BY_ID, '').trim()
