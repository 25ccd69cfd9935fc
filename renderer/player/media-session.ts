import { useSettings } from '../settings/store.ts'
import artwork from './artwork.png'
import { chapterAt } from './chapters.ts'
import { pause, play, seekTo } from './playing.ts'
import { type PlayerState, usePlayer, usePosition } from './store.ts'
import { isBeside, type SystemPosition, systemPosition } from './system-position.ts'
import { nextChapter, previousChapter, skipBy } from './transport.ts'

/** Shows the player to the system (media keys, MPRIS, lock screens), with chapters as its tracks. */
export function startMediaSession(): void {
  const session = navigator.mediaSession
  session.setActionHandler('play', play)
  session.setActionHandler('pause', pause)
  session.setActionHandler('stop', pause)
  session.setActionHandler('previoustrack', previousChapter)
  session.setActionHandler('nexttrack', nextChapter)
  session.setActionHandler('seekbackward', ({ seekOffset }) =>
    skipBy(-offsetOr(seekOffset, useSettings.getState().skipBackSeconds)),
  )
  session.setActionHandler('seekforward', ({ seekOffset }) =>
    skipBy(offsetOr(seekOffset, useSettings.getState().skipForwardSeconds)),
  )
  session.setActionHandler('seekto', ({ seekTime }) => {
    if (seekTime !== undefined) seekTo(seekTime)
  })
  usePlayer.subscribe(showState)
  usePosition.subscribe(({ positionSeconds }) => {
    showChapter(positionSeconds)
    correctPosition(positionSeconds)
  })
}

/** The system names an amount, or leaves it to the person's own. */
function offsetOr(named: number | undefined, own: number): number {
  return named !== undefined && named > 0 ? named : own
}

/** What the system was told last, so that it hears of changes only. */
let shownWords = ''
let shown: { position: SystemPosition; atMs: number } | null = null

function showState(state: PlayerState, before: PlayerState): void {
  const session = navigator.mediaSession
  session.playbackState = state.episode === null ? 'none' : state.wantsToPlay ? 'playing' : 'paused'
  const { positionSeconds } = usePosition.getState()
  if (state.episode !== before.episode) showChapter(positionSeconds)
  const changed =
    state.status !== before.status ||
    state.rate !== before.rate ||
    state.durationSeconds !== before.durationSeconds ||
    state.episode?.id !== before.episode?.id
  if (changed) showPosition(state, positionSeconds)
}

function showPosition(state: PlayerState, positionSeconds: number): void {
  const position = systemPosition(state, positionSeconds)
  shown = position === null ? null : { position, atMs: performance.now() }
  if (position === null) navigator.mediaSession.setPositionState()
  else navigator.mediaSession.setPositionState(position)
}

function correctPosition(positionSeconds: number): void {
  if (shown === null) return
  const state = usePlayer.getState()
  const agoSeconds = (performance.now() - shown.atMs) / 1000
  const now = { positionSeconds, agoSeconds, counts: state.status === 'playing' }
  if (isBeside(shown.position, now)) showPosition(state, positionSeconds)
}

function showChapter(positionSeconds: number): void {
  const { episode } = usePlayer.getState()
  const chapter = episode === null ? null : chapterAt(episode.chapters, positionSeconds)
  const words =
    episode === null
      ? null
      : { title: chapter?.title ?? episode.title, artist: episode.podcastTitle, album: episode.title }
  const key = JSON.stringify([episode?.id, words])
  if (key === shownWords) return
  shownWords = key
  navigator.mediaSession.metadata =
    words === null
      ? null
      : // Not the podcast's own: to fetch that would tell its host who listens.
        new MediaMetadata({ ...words, artwork: [{ src: artwork, sizes: '512x512', type: 'image/png' }] })
}
