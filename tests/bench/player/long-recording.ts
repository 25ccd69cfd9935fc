import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

const fixture = resolve('tests/fixtures/audio/varying-bit-rate.mp3')
/** Of its first frame, which tells about the 150 seconds behind it. */
const tagFrameBytes = 208
const fixtureSeconds = 150

/** An MP3 of a varying bit rate, as long as an episode: the same frames over and over, which needs no encoder. */
export async function writeLongRecording(path: string, repeats: number): Promise<number> {
  const frames = (await readFile(fixture)).subarray(tagFrameBytes)
  await writeFile(path, Buffer.concat(Array.from({ length: repeats }, () => frames)))
  return fixtureSeconds * repeats
}
