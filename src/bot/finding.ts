/**
 * What a look at a platform found, for who runs the bot. `detail`: whose token it is, a channel, or the platform's own
 * word for what is wrong.
 */
export type Finding<Fine extends string, Wrong extends string> = { detail: string } & (
  | { ok: true; about: Fine }
  | { ok: false; about: Wrong }
)

/** The channels that the regions' bodies use, workspace by workspace. */
export type WantedPlaces = { workspace: string; channels: string[] }[]
