/** What the bot will do of itself at an instant, and for which series; `meeting`: one takes place. */
export type Ahead = { at: Temporal.Instant; what: 'meeting' | 'ask' | 'draft' | 'publish'; seriesId: string }
