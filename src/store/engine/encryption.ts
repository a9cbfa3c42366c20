import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const KEY_ID_BYTES = 4
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + KEY_ID_BYTES + IV_BYTES + TAG_BYTES

/**
 * The first byte of a sealed text: what its additional authenticated data is. `old`, up to 0.1.0: a word for the column
 * and some ids, so that some texts opened in another column, version or region. `placed`: region, table, column, row and
 * version.
 */
export const FORMS = { old: 1, placed: 2 } as const
export type Form = keyof typeof FORMS

/** The current key seals; every key opens, so that keys can be rotated. */
export type Keyring = { readonly current: Key; find(id: string): Key | undefined }
type Key = { id: string; bytes: Buffer }

/** Derives a key's id, which is stored with every text it sealed and reveals nothing of the key. */
export const keyId = (bytes: Buffer): string =>
  createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, KEY_ID_BYTES * 2)

/** Makes a keyring. `keys`: 32 bytes each, the current one first; throws on another length. */
export const keyring = (keys: readonly Buffer[]): Keyring => {
  const named = keys.map((bytes) => {
    if (bytes.length !== 32) throw new Error('an encryption key has 32 bytes')
    return { id: keyId(bytes), bytes }
  })
  const current = named[0]
  if (!current) throw new Error('at least one encryption key is needed')
  const byId = new Map(named.map((key) => [key.id, key]))
  return { current, find: (id) => byId.get(id) }
}

/** Tells the form of a sealed text; undefined for bytes that are none. */
export const formOf = (bytes: Uint8Array): Form | undefined =>
  bytes[0] === FORMS.placed ? 'placed' : bytes[0] === FORMS.old ? 'old' : undefined

/**
 * Encrypts with AES-256-GCM. Format: form, key id, nonce, tag, ciphertext. `about` is the additional authenticated data,
 * so that bytes moved to another place do not decrypt there.
 */
export const seal = (ring: Keyring, plain: string, form: Form, about: string): Uint8Array => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', ring.current.bytes, iv).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([
    Buffer.from([FORMS[form]]),
    Buffer.from(ring.current.id, 'hex'),
    iv,
    cipher.getAuthTag(),
    body,
  ])
}

/** Decrypts. Throws when the bytes were changed, belong to another place, or their key is not on the ring. */
export const open = (ring: Keyring, bytes: Uint8Array, about: string): string => {
  const all = Buffer.from(bytes)
  if (all.length < HEAD_BYTES || !formOf(all)) throw new Error(`${about}: not sealed text`)
  const at = 1 + KEY_ID_BYTES
  const id = all.subarray(1, at).toString('hex')
  const key = ring.find(id)
  if (!key) throw new Error(`${about}: sealed with key ${id}, which is not in TSUNAGI_KEY`)
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, all.subarray(at, at + IV_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(all.subarray(at + IV_BYTES, HEAD_BYTES))
  return Buffer.concat([decipher.update(all.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8')
}
