import { decodePress, encodePress, type Press } from '../press.ts'

/**
 * What a component carries: the guild (a direct message has none of its own, and the region must be known there too),
 * the press, and a number that makes it unique in its message. `1w8x…|case.show?case=S-0142#3`
 */
export const customId = (guild: string, press: Press, unique: number | string): string =>
  `${shortGuild(guild)}|${encodePress(press)}#${unique}`

export const readCustomId = (id: string): { guild: string; press: Press } | undefined => {
  const [, guild, encoded] = /^([0-9a-z]+)\|(.+)#[^#]*$/.exec(id) ?? []
  const press = encoded === undefined ? undefined : decodePress(encoded)
  return guild === undefined || !press ? undefined : { guild: longGuild(guild), press }
}

/** For a select the unique part names the option that the chosen value goes into. */
export const optionOf = (id: string): string | undefined => /#choose:(.+)$/.exec(id)?.[1]

const shortGuild = (guild: string): string => BigInt(guild).toString(36)

const longGuild = (short: string): string => {
  let value = 0n
  for (const digit of short) value = value * 36n + BigInt(Number.parseInt(digit, 36))
  return value.toString()
}
