const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>' }

/**
 * What somebody wrote in a message, as they see it, from Slack's markup: links by their words, channels by their
 * names. Who was called on is left out, since an account says nothing to a reader.
 */
export const quotedText = (markup: string): string =>
  markup
    .replace(/<@[^>]*>[ 　]?/g, '')
    .replace(/<!(?:subteam\^[^|>]*|date\^[^|>]*)(?:\|([^>]*))?>/g, '$1')
    .replace(/<!([a-z]+)[^>]*>/g, '@$1')
    .replace(/<#[^|>]*\|?([^>]*)>/g, (_, name: string) => (name === '' ? '' : `#${name}`))
    .replace(/<([^|>]+)\|([^>]*)>/g, '$2')
    .replace(/<([^>]+)>/g, '$1')
    .replace(/&(amp|lt|gt);/g, (_, name: string) => NAMED[name] ?? '')
    .trim()
