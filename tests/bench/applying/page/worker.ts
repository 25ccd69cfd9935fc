import type { PlacedPage } from '../../service/pulled-pages.ts'
import { type Applied, applyingTaskSchema, type WayName } from '../way-names.ts'
import { earmark } from './earmark.ts'
import { naive } from './naive.ts'
import { raw } from './raw.ts'
import type { Way } from './way.ts'

const ways: Readonly<Record<WayName, Way>> = { earmark, naive, raw }

self.onmessage = ({ data }: MessageEvent<unknown>) => {
  writeAll(data).then(
    (applied) => self.postMessage(applied),
    (error: unknown) => self.postMessage({ fault: String(error) }),
  )
}

async function writeAll(data: unknown): Promise<Applied> {
  const task = applyingTaskSchema.parse(data)
  const way = ways[task.way]
  await way.begin()
  let milliseconds = 0
  for (let index = 0; index < task.pages; index += 1) {
    // Fetched and parsed outside the clock.
    const answer = await fetch(`/pages/${index}.json`)
    const page: PlacedPage = await answer.json()
    const began = performance.now()
    await way.write(page)
    milliseconds += performance.now() - began
  }
  const episodes = await way.count()
  await way.end()
  return { milliseconds, episodes }
}
