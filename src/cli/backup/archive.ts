import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Header } from 'tar'

const BLOCK = 512

/** A file of the archive: a .tar.gz, so that a backup can be inspected without this program. */
export type ArchivedFile = { path: string; bytes: Buffer }

/** Thrown on a file that is no valid archive: truncated, changed, or another format. */
export class ArchiveFault extends Error {
  override name = 'ArchiveFault'
}

/** Streams the blocks of a tar file. */
export async function* tarOf(
  files: AsyncIterable<ArchivedFile>,
  madeAt: Temporal.Instant,
): AsyncGenerator<Buffer> {
  const mtime = new Date(madeAt.epochMilliseconds)
  for await (const { path, bytes } of files) {
    const header = new Header({ path, size: bytes.length, type: 'File', mode: 0o600, mtime })
    const needsMore = header.encode()
    if (needsMore || !header.block) throw new Error(`${path} does not fit a tar header`)
    yield header.block
    yield bytes
    yield Buffer.alloc(-bytes.length & (BLOCK - 1))
  }
  yield Buffer.alloc(2 * BLOCK)
}

export type OpenFile = { path: string; chunks: AsyncIterable<Buffer> }

/** Streams the files of an archive, in order. Consume each before asking for the next. */
export async function* filesIn(file: string): AsyncGenerator<OpenFile> {
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined)
  const taker = takeFrom(unpacked)
  try {
    for (;;) {
      const header = headerOf(Buffer.concat(await Array.fromAsync(taker.take(BLOCK))))
      if (header.nullBlock) return
      const { path, size } = header
      if (!header.cksumValid || path === undefined || size === undefined)
        throw new ArchiveFault('not a tar header')
      yield { path, chunks: taker.take(size) }
      for await (const _ of taker.take(-size & (BLOCK - 1)));
    }
  } finally {
    unpacked.destroy()
  }
}

/** Decodes a header; a size that the library cannot read is a fault of the archive. */
const headerOf = (block: Buffer): Header => {
  try {
    return new Header(block)
  } catch {
    throw new ArchiveFault('not a tar header')
  }
}

/** Reads a stream in chunks of the sizes asked for. */
const takeFrom = (stream: AsyncIterable<Buffer>) => {
  const chunks = stream[Symbol.asyncIterator]()
  const nextChunk = () =>
    chunks.next().catch((error: NodeJS.ErrnoException) => {
      throw error.code?.startsWith('Z_') ? new ArchiveFault(error.message) : error
    })
  let left: Buffer = Buffer.alloc(0)
  return {
    async *take(bytes: number): AsyncGenerator<Buffer> {
      for (let wanted = bytes; wanted > 0; ) {
        if (left.length === 0) {
          const next = await nextChunk()
          if (next.done) throw new ArchiveFault('cut short')
          left = next.value
        }
        const part = left.subarray(0, wanted)
        left = left.subarray(part.length)
        wanted -= part.length
        yield part
      }
    },
  }
}
