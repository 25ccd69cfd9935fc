import type { AudioLocation } from '../../shared/models/audio.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { audioOf } from '../db/audio.ts'
import { announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { reachablePosition } from './audio-end.ts'
import { openAudioOf } from './audio-source.ts'
import { currentTurn, hold } from './holding.ts'
import { flushPosition } from './position-keeper.ts'
import { usePlayer, usePosition } from './store.ts'
import { engine } from './the-engine.ts'

/** What the engine has open. */
let openLocation: AudioLocation | null = null
let openingTurn: number | null = null

/** Plays an episode from where it was left, or from `atSeconds`; goes on with it when it is in the player already. */
export async function playEpisode(id: EpisodeId, { atSeconds }: { atSeconds?: number } = {}): Promise<void> {
  if (usePlayer.getState().episode?.id !== id) {
    const held = await hold(id, atSeconds ?? null)
    if (held === 'held') return openAndPlay()
    if (held === 'gone') notify({ text: 'That episode is no longer in the library.', tone: 'failure' })
    return
  }
  if (atSeconds !== undefined) seekTo(atSeconds)
  if (engine.isOpen() && (await audioWasReplaced(id))) engine.close()
  play()
}

export function play(): void {
  const { episode } = usePlayer.getState()
  if (episode === null) return
  usePlayer.setState({ wantsToPlay: true })
  if (engine.isOpen()) engine.play()
  else void openAndPlay()
}

export function pause(): void {
  usePlayer.setState(({ status }) => ({
    wantsToPlay: false,
    // What is being looked for or opened is opened all the same, and stays paused.
    status: status === 'loading' && !engine.isOpen() ? 'paused' : status,
  }))
  engine.pause()
}

/** Goes to a moment of the held episode; of one whose audio is not open yet, it will begin there. */
export function seekTo(seconds: number): void {
  const { episode, durationSeconds } = usePlayer.getState()
  if (episode === null) return
  if (engine.isOpen()) engine.seekTo(seconds)
  else usePosition.setState({ positionSeconds: reachablePosition(seconds, durationSeconds) })
  void flushPosition()
}

async function openAndPlay(): Promise<void> {
  const { episode } = usePlayer.getState()
  if (episode === null) return
  usePlayer.setState({ status: 'loading', wantsToPlay: true, problem: null })
  const turn = currentTurn()
  if (openingTurn === turn) return
  openingTurn = turn
  const opened = await openAudioOf(episode.id)
  if (openingTurn === turn) openingTurn = null
  if (turn !== currentTurn()) return
  if (!opened.ok) {
    usePlayer.setState({ status: 'failed', wantsToPlay: false, problem: opened.problem })
    announceFailure(opened.problem.message)
    return
  }
  openLocation = opened.value.location
  usePlayer.setState({ origin: opened.value.origin })
  engine.open({ url: opened.value.url, startSeconds: usePosition.getState().positionSeconds })
  if (usePlayer.getState().wantsToPlay) engine.play()
}

/** The person gave another address or file since it was opened. */
async function audioWasReplaced(id: EpisodeId): Promise<boolean> {
  const known = await audioOf(id)
  return known !== undefined && JSON.stringify(known.location) !== JSON.stringify(openLocation)
}
