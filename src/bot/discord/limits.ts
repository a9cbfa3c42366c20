/** Discord's limits for the components we use, in the units it counts. */
export const LIMIT = {
  components: 40,
  text: 4_000,
  button: 80,
  buttonsPerRow: 5,
  options: 25,
  option: 100,
  placeholder: 150,
  modalTitle: 45,
  modalFields: 5,
  label: 45,
  labelDescription: 100,
  inputPlaceholder: 100,
  input: 4_000,
  commandDescription: 100,
  choices: 25,
} as const

/** At most `limit` UTF-16 units, never through the middle of a character. */
export const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > limit - 1) break
    kept += character
  }
  return `${kept}…`
}

/** Discord shows no backslash before a sign, so every sign that could mean something is made plain. */
export const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~@:]/g, (sign) => `\\${sign}`)
