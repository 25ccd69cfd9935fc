import { once } from 'node:events'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PassThrough } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { flushFolder } from '../../files/write-atomically.ts'
import type { ArchiveSink, SinkFile } from './sink.ts'

/** So many small files are packed at once. */
const mostWaiting = 16
const largestBeside = 1024 * 1024

/** Writes a zip file at `temporary`, which becomes `target` and takes the place of what was there. */
export async function openZipSink(temporary: string, target: string, mtime: Date): Promise<ArchiveSink> {
  const file = await open(temporary, 'wx')
  const zip = new ZipFile()
  const stop = new AbortController()
  const written = pipeline(
    zip.outputStream,
    async (chunks: AsyncIterable<Buffer | string>) => {
      for await (const chunk of chunks) await file.writeFile(chunk)
    },
    { signal: stop.signal },
  )
  /** Rejects when something fails, for whoever waits for what then never comes. */
  const failed = Promise.race([written, once(zip, 'error').then(([error]) => Promise.reject(error))]).then(
    () => new Promise<never>(() => undefined),
  )
  failed.catch(() => undefined)
  // Only the first is heard above.
  zip.on('error', () => undefined)

  const options = { mtime, mode: 0o100_644 }
  /** Small files that are being packed, or wait to be written. */
  let waiting = 0

  function begin(path: string): SinkFile {
    const input = new PassThrough()
    zip.addReadStream(input, path, options)
    return {
      write: async (bytes) => {
        if (!input.write(bytes)) await Promise.race([once(input, 'drain'), failed])
      },
      end: async () => {
        input.end()
        await Promise.race([finished(input), failed])
      },
    }
  }

  return {
    begin: async (path) => begin(path),
    put: async (path, bytes) => {
      waiting += 1
      // Packed beside others, and without a stream of its own.
      if (waiting < mostWaiting && bytes.length < largestBeside)
        return void zip.addBuffer(bytes, path, options)
      // They are written in their order: once this one is, all before it are.
      waiting = 0
      const file = begin(path)
      await file.write(bytes)
      await file.end()
    },
    finish: async () => {
      zip.end()
      await Promise.race([written, failed])
      await file.sync()
      await file.close()
      await rename(temporary, target)
      await flushFolder(dirname(target))
      return target
    },
    discard: async () => {
      stop.abort()
      await written.catch(() => undefined)
      await file.close().catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}
