import { announceFailure } from '../shell/announce.ts'
import type { EngineEvent } from './engine.ts'
import { playNextInQueue } from './play-next.ts'
import { flushPosition, keepFinished, keepPositionNowAndThen } from './position-keeper.ts'
import { usePlayer, usePosition } from './store.ts'
import { engine } from './the-engine.ts'

/** Lets the stores show what the engine does, and keeps the position as it goes. */
export function followEngine(): void {
  engine.listen(follow)
}

function follow(event: EngineEvent): void {
  switch (event.kind) {
    case 'position':
      usePosition.setState({ positionSeconds: event.seconds })
      keepPositionNowAndThen()
      return
    case 'duration':
      if (event.seconds !== null) usePlayer.setState({ durationSeconds: event.seconds })
      return
    case 'status':
      followStatus(event.status)
      return
    case 'failed':
      usePlayer.setState({ status: 'failed', wantsToPlay: false, problem: event.problem })
      announceFailure(event.problem.message)
      void flushPosition()
  }
}

function followStatus(status: Extract<EngineEvent, { kind: 'status' }>['status']): void {
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
      void keepFinished().then(playNextInQueue)
  }
}
