import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { StandInEpisode, StandInPodcast } from '../../server/catalogue/model.ts'
import { serveFeed } from './feed-server.ts'

const run = promisify(execFile)
/** A line for each of many episodes. */
const listBytes = 64 * 1024 * 1024

export async function gpodderVersion(): Promise<string | null> {
  try {
    const { stdout } = await run('gpodder', ['--version'])
    return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? 'unknown'
  } catch {
    return null
  }
}

/**
 * How many seconds `gpo subscribe` takes to read a feed of all these episodes into a library of its own, its limit of
 * episodes raised; less its start, which is the time of a command that does nothing.
 */
export async function subscribeSeconds(
  podcast: StandInPodcast,
  episodes: readonly StandInEpisode[],
): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), 'earmark-bench-gpodder-'))
  const feed = await serveFeed(podcast, episodes)
  const env = { ...process.env, GPODDER_HOME: home, GPODDER_DOWNLOAD_DIR: join(home, 'downloads') }
  const gpo = async (...args: string[]): Promise<{ seconds: number; stdout: string }> => {
    const began = performance.now()
    const { stdout } = await run('gpo', args, { env, maxBuffer: listBytes })
    return { seconds: (performance.now() - began) / 1000, stdout }
  }
  try {
    await gpo('set', 'limit.episodes', String(episodes.length))
    const start = await gpo('list')
    const subscribe = await gpo('subscribe', feed.url)
    const listed = (await gpo('episodes', feed.url)).stdout.match(/^\s*\d+\.\s/gm)?.length
    if (listed !== episodes.length) {
      throw new Error(`gPodder took in ${listed} of ${episodes.length} episodes.`)
    }
    return subscribe.seconds - start.seconds
  } finally {
    feed.stop()
    await rm(home, { recursive: true, force: true })
  }
}
