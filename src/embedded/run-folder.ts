import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverFolder } from './unprivileged.ts'

/** A socket's path may have 107 bytes on Linux and 103 on macOS; the names that the servers add take some. */
const LONGEST_FOLDER = 80

/** Where the servers' sockets are: beside the data, or in a private temporary folder when that path is too long. */
export const runFolder = async (dataDir: string): Promise<string> => {
  const beside = join(dataDir, 'run')
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const folder = Buffer.byteLength(beside) <= LONGEST_FOLDER ? beside : join(tmpdir(), `tsunagi-${name}`)
  await serverFolder(folder)
  return folder
}
