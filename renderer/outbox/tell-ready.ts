import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { call, listen } from '../bridge.ts'
import { applyEvent, requestsIn } from '../db/requests.ts'
import { watch } from '../db/watch.ts'
import { reportFault } from '../shell/faults.ts'
import { notify } from '../shell/notice.ts'
import { goTo, openEpisode } from '../shell/open.ts'

/** In characters; systems show far fewer. */
const longestBody = 300

/**
 * Tells of requests that became ready, by a look or by a sync, in the window and outside it, and opens what a
 * notification was about once it is clicked. What became ready while nobody could be told is told of at the next
 * start. Returns how to stop.
 */
export function startTelling(): () => void {
  let telling: Promise<void> = Promise.resolve()
  const stops = [
    watch(untold, () => {
      telling = telling.then(tellUntold).catch(reportFault)
    }),
    listen('notification.opened', (what) => {
      if (what.kind === 'episode') openEpisode(what.episodeId)
      else goTo('requests')
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

async function untold(): Promise<TranscriptionRequest[]> {
  return (await requestsIn('ready')).filter((request) => !request.told)
}

async function tellUntold(): Promise<void> {
  const requests = await untold()
  // Marked first: what cannot be marked would be told of again and again.
  for (const { id } of requests) await applyEvent(id, { kind: 'tell' })
  const [first] = requests
  if (first === undefined) return
  await (requests.length === 1 ? tellOfOne(first) : tellOfSeveral(requests.length))
}

async function tellOfOne({ episodeId, episodeTitle, podcastTitle }: TranscriptionRequest): Promise<void> {
  notify({
    text: `The transcript of ${episodeTitle} is ready.`,
    action: { label: 'Open', run: () => openEpisode(episodeId) },
  })
  await call('app.notify', {
    title: 'A transcript is ready',
    body: `${episodeTitle} · ${podcastTitle}`.slice(0, longestBody),
    opens: { kind: 'episode', episodeId },
  })
}

/** After weeks away a dozen can be ready at once; a dozen notifications would be in the way. */
async function tellOfSeveral(count: number): Promise<void> {
  const text = `${count} transcripts are ready.`
  notify({ text, action: { label: 'See them', run: () => goTo('requests') } })
  await call('app.notify', { title: 'Transcripts are ready', body: text, opens: { kind: 'requests' } })
}
