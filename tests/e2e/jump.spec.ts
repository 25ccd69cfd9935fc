import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { serveAudio } from '../stress/jump/audio-server.ts'
import { errorsOf, jumpToAll, playFrom } from '../stress/jump/jumps.ts'
import { expect, test } from './earmark.ts'

const fixture = resolve('tests/fixtures/audio/varying-bit-rate.mp3')
/** Of the fixture's first frame, which says how its bit rate varies. */
const tagFrameBytes = 208
const durationSeconds = 150
const times = [12, 41, 67, 88, 119, 140]

for (const kind of ['with', 'without'] as const) {
  test(`a jump in a download of a varying bit rate ${kind} a table lands where it says`, async ({
    start,
    standIn,
  }, testInfo) => {
    const path = testInfo.outputPath('varying.mp3')
    const bytes = await readFile(fixture)
    await writeFile(path, kind === 'with' ? bytes : bytes.subarray(tagFrameBytes))
    const server = await serveAudio([path])
    const earmark = await start()
    const { page } = earmark
    const address = `${server.origin}/varying.mp3`
    await playFrom(earmark, standIn, { address, durationSeconds, times })
    // A stream that cannot be trusted says so, and offers the download.
    await expect(
      page.getByText('As a stream, this recording does not tell where its moments are'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Download it' }).click()
    await expect(page.getByText('The next jump plays the download, and lands exactly.')).toBeVisible()
    const heard = await jumpToAll(earmark, times)
    expect(Math.max(...errorsOf(heard))).toBeLessThanOrEqual(0.3)
    await expect(page.getByText(/lands exactly/)).toHaveCount(0)
    await expect.poll(() => page.getByRole('region', { name: 'Player' }).textContent()).toContain('2:30')
    await server.stop()
  })
}
