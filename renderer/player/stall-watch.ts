import { announceFailure } from '../shell/announce.ts'
import { whyItFailed } from './audio-source.ts'
import { flushPosition } from './position-keeper.ts'
import { usePlayer } from './store.ts'
import { engine } from './the-engine.ts'

/** Longer than a jump in a slow stream takes; Chromium itself goes on asking a host that is gone for minutes, and says nothing. */
const lookAfterMs = 8000

let timer: ReturnType<typeof setTimeout> | undefined

/** A stream whose clock should move and does not is looked into now and then: when its host no longer answers, that is told. */
export function watchForStalls(): void {
  usePlayer.subscribe(({ status, episode }, before) => {
    if (status === before.status && episode?.id === before.episode?.id) return
    clearTimeout(timer)
    if (status === 'loading') lookLater()
  })
}

function lookLater(): void {
  timer = setTimeout(() => void look(), lookAfterMs)
}

async function look(): Promise<void> {
  const { episode, isStream } = usePlayer.getState()
  const mine = timer
  const reason = episode !== null && isStream && engine.isOpen() ? await whyItFailed(episode.id) : null
  // Meanwhile it may have gone on, or the person may have turned to something else.
  if (mine !== timer || usePlayer.getState().status !== 'loading') return
  if (reason === null) {
    lookLater()
    return
  }
  engine.close()
  void flushPosition()
  usePlayer.setState({ status: 'failed', wantsToPlay: false, problem: reason })
  announceFailure(reason.message)
}
