import type { Problem } from '../../shared/result.ts'
import { announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { whyItFailed } from './audio-source.ts'
import { goOnDrawing } from './drawing.ts'
import type { EngineEvent } from './engine.ts'
import { goesRoundAtEnd } from './loop.ts'
import { playNextInQueue } from './play-next.ts'
import { flushPosition, flushPositionSoon, keepFinished, keepPositionNowAndThen } from './position-keeper.ts'
import { usePlayer, usePosition } from './store.ts'
import { engine } from './the-engine.ts'

/** Lets the stores show what the engine does, and keeps the position as it goes. */
export function followEngine(): void {
  engine.listen((event) => {
    follow(event)
    if (!engine.isUnderWay()) goOnDrawing()
  })
}

function follow(event: EngineEvent): void {
  switch (event.kind) {
    case 'position':
      usePosition.setState({ positionSeconds: event.seconds })
      // A pause is told, and written, before the clock stands: what it still went is heard as well.
      if (usePlayer.getState().status === 'paused') flushPositionSoon()
      else keepPositionNowAndThen()
      return
    case 'duration':
      if (event.seconds !== null) usePlayer.setState({ durationSeconds: event.seconds })
      return
    case 'status':
      followStatus(event.status)
      return
    case 'stuck':
      notify({ text: event.problem.message, tone: 'failure' })
      return
    case 'failed':
      void flushPosition()
      usePlayer.setState({ status: 'failed', wantsToPlay: false, problem: event.problem })
      if (event.problem.code === 'not-audio') void nameReason(event.problem)
      else announceFailure(event.problem.message)
  }
}

async function nameReason(told: Problem): Promise<void> {
  const { episode } = usePlayer.getState()
  const reason = episode === null ? null : await whyItFailed(episode.id)
  // Meanwhile the person may have turned to something else.
  if (usePlayer.getState().problem !== told) return
  if (reason !== null) usePlayer.setState({ problem: reason })
  announceFailure((reason ?? told).message)
}

function followStatus(status: Extract<EngineEvent, { kind: 'status' }>['status']): void {
  if (status === 'ended' && goesRoundAtEnd()) return
  const before = usePlayer.getState().status
  if (status === before) return
  usePlayer.setState({ status })
  switch (status) {
    case 'playing':
    case 'loading':
      return
    case 'paused':
      usePlayer.setState({ wantsToPlay: false })
      void flushPosition()
      return
    case 'ended':
      usePlayer.setState({ wantsToPlay: false })
      void keepEnded().then(playNextInQueue)
  }
}

/** Who chose some of the chapters has heard them, and not the episode. */
function keepEnded(): Promise<void> {
  return usePlayer.getState().only === null ? keepFinished() : flushPosition()
}
