import type { Catalogue } from '../catalogue.ts'

export const discord: Catalogue['discord'] = {
  start: {
    badToken:
      'DISCORD_TOKEN is not valid. Reset the token under "Bot" in the Discord Developer Portal and write it to .env',
    unreachable: (detail) => `Discord cannot be reached (${detail}). Check the network`,
    notReady: (detail) => `Discord did not become ready (${detail})`,
    waits: 'Another bot with the same settings receives from Discord. When it stops, this one takes over.',
  },
  cli: {
    noToken: 'There is no DISCORD_TOKEN. Make a token as docs/discord.md says and write it to .env',
    added: (name) => `added: ${name}`,
    changed: (name) => `changed: ${name}`,
    removed: (name) => `removed: ${name}`,
    same: 'Nothing has changed',
  },
  choicesLeft: (count) => `(${count} more do not fit the list)`,
  choose: 'Choose one',
  date: 'e.g. 2026-04-01',
  step: (step, steps) => ` (${step}/${steps})`,
  form: {
    ready: (title) => `"${title}" is ready.`,
    open: 'Open the form',
    next: (step, steps) => `Next (${step}/${steps})`,
    kept: (step, steps) => `Page ${step - 1} of ${steps} is kept. Nothing is submitted yet.`,
    refused: (title) => `"${title}" is not submitted yet. Please correct the following.`,
    reopen: 'Correct and submit again',
    keptFor: (minutes) => `What you wrote is kept for ${minutes} minutes.`,
    gone: 'Too much time has passed to go on with this form. Please open it again with the command.',
    goneTyped: 'Nothing was submitted. Please open the form again with the command and copy this into it.',
  },
  whichServer:
    'It is not clear which server you mean. Please use the same command in a channel of the server (only you see the answer).',
}
