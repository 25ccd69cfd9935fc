import { create } from 'zustand'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { playFrom } from '../player/actions.ts'
import { usePlayer, usePosition } from '../player/store.ts'
import { toAudio } from '../player/timeline.ts'

/** A stretch that is played again and again; seconds on the resource's clock. */
export type Loop = { episodeId: EpisodeId; startSeconds: number; endSeconds: number }

/** Its stretch follows the ends while they are moved. */
export const useLoop = create<{ loop: Loop | null }>(() => ({ loop: null }))

/** The clock ticks four times a second: what ends before the next tick is waited for. */
const tickSeconds = 0.35
/** Who goes further than this from it has gone elsewhere. */
const besideSeconds = 1.5

let waiting: ReturnType<typeof setTimeout> | undefined
let stopListening: (() => void) | null = null
/** A jump takes a moment, and until then the clock shows where it came from. */
let jumpsUntilMs = 0

export function loopOver(loop: Loop): void {
  const isOther = useLoop.getState().loop?.episodeId !== loop.episodeId
  useLoop.setState({ loop })
  if (stopListening === null || isOther) {
    stopListening?.()
    stopListening = usePosition.subscribe(look)
    jump(loop)
  }
}

export function endLoop(): void {
  stopListening?.()
  stopListening = null
  clearTimeout(waiting)
  if (useLoop.getState().loop !== null) useLoop.setState({ loop: null })
}

/** Ends are moved while it plays: from then on it goes over the new stretch. */
export function moveLoop(startSeconds: number, endSeconds: number): void {
  const { loop } = useLoop.getState()
  if (loop !== null) useLoop.setState({ loop: { ...loop, startSeconds, endSeconds } })
}

function look(): void {
  const { loop } = useLoop.getState()
  const { episode, rate, wantsToPlay } = usePlayer.getState()
  if (loop === null) return
  if (Date.now() < jumpsUntilMs) return
  if (episode?.id !== loop.episodeId) {
    endLoop()
    return
  }
  const { positionSeconds } = usePosition.getState()
  const [start, end] = [loop.startSeconds, loop.endSeconds].map((seconds) =>
    toAudio(seconds, episode.offsetSeconds),
  )
  if (start === undefined || end === undefined || !wantsToPlay) return
  if (positionSeconds < start - besideSeconds || positionSeconds > end + besideSeconds) {
    endLoop()
    return
  }
  clearTimeout(waiting)
  const leftSeconds = (end - positionSeconds) / rate
  if (leftSeconds <= 0) jump(loop)
  else if (leftSeconds < tickSeconds) waiting = setTimeout(() => jumpAgain(), leftSeconds * 1000)
}

function jumpAgain(): void {
  const { loop } = useLoop.getState()
  if (loop !== null && usePlayer.getState().wantsToPlay) jump(loop)
}

const jumpMs = 2000

function jump({ episodeId, startSeconds }: Loop): void {
  jumpsUntilMs = Date.now() + jumpMs
  void playFrom(episodeId, startSeconds).finally(() => {
    // From here on the player says where it will be.
    jumpsUntilMs = 0
  })
}
