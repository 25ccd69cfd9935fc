import { useSettings } from '../settings/store.ts'
import { chapterAt } from './chapters.ts'
import { pause, play, seekTo } from './playing.ts'
import { type PlayerState, usePlayer, usePosition } from './store.ts'
import { nextChapter, previousChapter, skipBy } from './transport.ts'

/** Shows the player to the system (media keys, MPRIS, lock screens), with chapters as its tracks. */
export function startMediaSession(): void {
  const session = navigator.mediaSession
  session.setActionHandler('play', play)
  session.setActionHandler('pause', pause)
  session.setActionHandler('previoustrack', previousChapter)
  session.setActionHandler('nexttrack', nextChapter)
  session.setActionHandler('seekbackward', ({ seekOffset }) =>
    skipBy(-(seekOffset ?? useSettings.getState().skipBackSeconds)),
  )
  session.setActionHandler('seekforward', ({ seekOffset }) =>
    skipBy(seekOffset ?? useSettings.getState().skipForwardSeconds),
  )
  session.setActionHandler('seekto', ({ seekTime }) => {
    if (seekTime !== undefined) seekTo(seekTime)
  })
  usePlayer.subscribe(showState)
  usePosition.subscribe(({ positionSeconds }) => showChapter(positionSeconds))
}

/** What is shown now, so that the system is told of changes only. */
let shownKey = ''

function showState(state: PlayerState, before: PlayerState): void {
  const session = navigator.mediaSession
  session.playbackState = state.episode === null ? 'none' : state.wantsToPlay ? 'playing' : 'paused'
  const { positionSeconds } = usePosition.getState()
  if (state.episode !== before.episode) showChapter(positionSeconds)
  const changed =
    state.status !== before.status ||
    state.rate !== before.rate ||
    state.durationSeconds !== before.durationSeconds
  if (changed) showPosition(state, positionSeconds)
}

/** The system counts on from here by itself. */
function showPosition({ durationSeconds, rate }: PlayerState, positionSeconds: number): void {
  if (durationSeconds === null) {
    navigator.mediaSession.setPositionState()
    return
  }
  navigator.mediaSession.setPositionState({
    duration: durationSeconds,
    playbackRate: rate,
    position: Math.min(positionSeconds, durationSeconds),
  })
}

function showChapter(positionSeconds: number): void {
  const { episode } = usePlayer.getState()
  const chapter = episode === null ? null : chapterAt(episode.chapters, positionSeconds)
  const key = `${episode?.id ?? ''} ${chapter?.startSeconds ?? ''}`
  if (key === shownKey) return
  shownKey = key
  navigator.mediaSession.metadata =
    episode === null
      ? null
      : new MediaMetadata({
          title: chapter?.title ?? episode.title,
          artist: episode.podcastTitle,
          album: episode.title,
        })
}
