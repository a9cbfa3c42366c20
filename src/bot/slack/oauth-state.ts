import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time to live: as long as Slack's own page may stay open. */
const OPEN_FOR = Temporal.Duration.from({ minutes: 10 })
const STATE = /^([\w-]{22}\.(\d{13}))\.([\w-]{43})$/

export type OAuthStates = {
  make(): string
  /** When a state that was made here expires; undefined for any other. */
  expiryOf(state: string): Temporal.Instant | undefined
}

/** Signed OAuth states. Nothing is stored for one that was only begun: anybody may open the page, as often as they like. */
export const oauthStates = (secret: string, now: () => Temporal.Instant): OAuthStates => {
  const signed = (what: string) =>
    createHmac('sha256', `state of an installation ${secret}`).update(what).digest('base64url')
  return {
    make: () => {
      const what = `${randomBytes(16).toString('base64url')}.${now().add(OPEN_FOR).epochMilliseconds}`
      return `${what}.${signed(what)}`
    },
    expiryOf: (state) => {
      const [, what = '', expires = '', signature = ''] = STATE.exec(state) ?? []
      const isOurs = what !== '' && timingSafeEqual(Buffer.from(signature), Buffer.from(signed(what)))
      return isOurs ? Temporal.Instant.fromEpochMilliseconds(Number(expires)) : undefined
    },
  }
}
