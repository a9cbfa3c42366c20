import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A socket's path may have 107 bytes on Linux and 103 on macOS; the names that the servers add take some. */
const LONGEST_FOLDER_BYTES = 80
/** PostgreSQL reads its socket folder as a list with quotes; a folder named otherwise is not worth the quoting. */
const PLAIN = /^[\w/.@+-]+$/

/**
 * Chooses the folder of the servers' sockets: beside the data, or a temporary one when that path is too long or has
 * characters that would need quoting. The servers create it, private to them.
 */
export const runFolder = (dataDir: string): string => {
  const beside = join(dataDir, 'run')
  if (isFit(beside)) return beside
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const temporary = join(tmpdir(), `tsunagi-${name}`)
  return isFit(temporary) ? temporary : join('/tmp', `tsunagi-${name}`)
}

const isFit = (path: string): boolean => Buffer.byteLength(path) <= LONGEST_FOLDER_BYTES && PLAIN.test(path)
