import { decodePress, encodePress, type Press } from '../press.ts'
import { LIMIT } from './limits.ts'

/** What a pressed component says: its press, and for selects the option that the chosen value fills. */
export type Pressed = {
  press: Press
  option: string | undefined
  /** Its select asks to confirm: only the value `CONFIRMED` counts. */
  confirms: boolean
  /** The guild it was made for: direct messages belong to none. */
  guild: string | undefined
  /** Deduplicates submissions: the same window is the same form, however often it is sent. */
  window: string | undefined
}

export const CONFIRMED = 'yes'
export const NOT_CONFIRMED = 'no'

type Wanted = { press: Press; option?: string; confirms?: boolean; window?: string }

/**
 * Makes the custom ids of one message: `press[$][>option][#n][@guild][~window]`, each its own, as Discord demands. None of the
 * signs occurs in an encoded press. UUIDs are packed and the guild is written in base 36, so that all of it fits
 * into 100; where it does not, the window is left out first, then the guild (`guildOfPerson` looks it up then). Undefined when nothing fits.
 */
export const customIds = (guild: string | undefined): ((wanted: Wanted) => string | undefined) => {
  const taken = new Set<string>()
  const inGuild = guild !== undefined && /^\d{1,20}$/.test(guild) ? `@${BigInt(guild).toString(36)}` : ''
  return ({ press, option, confirms, window }) => {
    const base = `${pack(encodePress(press))}${confirms ? '$' : ''}${option === undefined ? '' : `>${option}`}`
    const inWindow = window === undefined ? '' : `~${window}`
    for (const tail of [`${inGuild}${inWindow}`, inGuild, '']) {
      for (let n = 0; n < LIMIT.components; n += 1) {
        const id = `${base}${n === 0 ? '' : `#${n.toString(36)}`}${tail}`
        if (id.length > LIMIT.customId || taken.has(id)) continue
        taken.add(id)
        return id
      }
    }
    return undefined
  }
}

const GRAMMAR = /^([^$>#@~]*)(\$)?(?:>([^#@~]*))?(?:#[0-9a-z]+)?(?:@([0-9a-z]{1,13}))?(?:~([0-9a-z]{1,13}))?$/

/** Undefined when the id was not made by `customIds`. */
export const readCustomId = (id: string): Pressed | undefined => {
  const match = GRAMMAR.exec(id)
  const press = match && decodePress(unpack(match[1] ?? ''))
  if (!press) return undefined
  return {
    press,
    confirms: match[2] !== undefined,
    option: match[3],
    guild: match[4] === undefined ? undefined : fromBase36(match[4]),
    window: match[5],
  }
}

const UUID = /=([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})(?=&|$)/g

const pack = (encoded: string): string =>
  encoded.replace(
    UUID,
    (_, ...parts: string[]) => `=!${Buffer.from(parts.slice(0, 5).join(''), 'hex').toString('base64url')}`,
  )

const unpack = (packed: string): string =>
  packed.replace(/=!([\w-]{22})(?=&|$)/g, (_, text: string) => {
    const hex = Buffer.from(text, 'base64url').toString('hex')
    return `=${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
  })

const fromBase36 = (digits: string): string => {
  let number = 0n
  for (const digit of digits) number = number * 36n + BigInt(Number.parseInt(digit, 36))
  return number.toString()
}
