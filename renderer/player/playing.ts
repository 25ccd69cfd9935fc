import type { AudioLocation } from '../../shared/models/audio.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { call } from '../bridge.ts'
import { audioOf } from '../db/audio.ts'
import { useDownloads } from '../downloads/store.ts'
import { useSettings } from '../settings/store.ts'
import { announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { liesPastEnd, reachablePosition } from './audio-end.ts'
import { openAudioOf } from './audio-source.ts'
import { choose, tellMissing, tellNoneOfThem } from './chosen-chapters.ts'
import { drawLater } from './drawing.ts'
import { currentTurn, hold, type PlayWish, stayWithHeld } from './holding.ts'
import { goBackAfterPause, personWentThere } from './left-place.ts'
import { entryFrom, personGoesTo } from './parts-now.ts'
import { flushPositionSoon } from './position-keeper.ts'
import { problemOf } from './sound-problem.ts'
import { usePlayer, usePosition } from './store.ts'
import { engine } from './the-engine.ts'

/** After a click an answer within a tenth of a second is one at once. */
const drawnWithinMs = { ofWhatIsOpen: 50, ofAnother: 90 }

/** What the engine has open. */
let openLocation: AudioLocation | null = null
let openingTurn: number | null = null

type Opening = ReturnType<typeof openAudioOf>

export type PlayOutcome =
  | 'plays'
  | 'gone'
  /** It has none of the chapters of `only`. What was in the player stays there. */
  | 'no-part'
  /** It is in the player, and nothing of it is to be played. */
  | 'all-skipped'
  | 'overtaken'

/**
 * Plays an episode, or goes on with it when it is in the player already. Chapters of `only` that it does not have are told, and
 * nothing else is played for them.
 */
export async function playEpisode(id: EpisodeId, wish: PlayWish = {}): Promise<PlayOutcome> {
  const { atSeconds, only } = wish
  if (usePlayer.getState().episode?.id !== id) {
    drawLater(drawnWithinMs.ofAnother)
    const opening = openAhead(id)
    const held = await hold(id, wish)
    if (held === 'gone') notify({ text: 'That episode is no longer in the library.', tone: 'failure' })
    if (held === 'no-part') tellNoneOfThem()
    if (held !== 'held') return held
    tellMissing()
    return playOn(opening)
  }
  stayWithHeld()
  if (engine.isOpen()) drawLater(drawnWithinMs.ofWhatIsOpen)
  if (only !== undefined && !choose(only)) return 'no-part'
  if (atSeconds !== undefined) seekTo(atSeconds)
  if (engine.isOpen() && (await audioWasReplaced(id))) engine.close()
  tellMissing()
  return playOn()
}

/** While the episode itself is read: one after the other, a person waits for both. */
function openAhead(id: EpisodeId): Opening {
  const opening = openAudioOf(id)
  // It is told where it is waited for, if that comes to be.
  opening.catch(() => undefined)
  return opening
}

/** Plays on from where it is, if that plays, else from the next part that does. */
export function play(): void {
  void playOn()
}

async function playOn(opening?: Opening): Promise<'plays' | 'all-skipped'> {
  const { episode, status } = usePlayer.getState()
  if (episode === null) return 'all-skipped'
  const stands = status === 'ended' ? 0 : usePosition.getState().positionSeconds
  const from = status === 'ended' ? 0 : placeToPlayFrom()
  const entry = entryFrom(from)
  if (entry === null) {
    notify({ text: 'All chapters of this episode are skipped. Choose one of them to hear it all the same.' })
    return 'all-skipped'
  }
  if (entry !== stands) goTo(entry)
  if (engine.isOpen()) drawLater(drawnWithinMs.ofWhatIsOpen)
  usePlayer.setState({ wantsToPlay: true })
  if (engine.isOpen()) engine.play()
  else await openAndPlay(opening)
  return 'plays'
}

/** A little before where it stands, after a long pause. */
function placeToPlayFrom(): number {
  const { episode, status } = usePlayer.getState()
  const { positionSeconds } = usePosition.getState()
  const isPaused = status === 'paused' || status === 'failed'
  const goesBack = useSettings.getState().resumeEarlier && isPaused && engine.canSeek()
  return goesBack ? goBackAfterPause(positionSeconds, episode?.chapters ?? []) : positionSeconds
}

export function pause(): void {
  usePlayer.setState(({ status }) => ({
    wantsToPlay: false,
    // What is being looked for or opened is opened all the same, and stays paused.
    status: status === 'loading' && !engine.isOpen() ? 'paused' : status,
  }))
  engine.pause()
}

/** Goes to a moment of the held episode, as the person wants, who hears it also where it is skipped. */
export function seekTo(seconds: number): void {
  if (!canBeExact() && liesPastEnd(seconds, engine.durationSeconds())) {
    notify({ text: problemOf('past-end').message, tone: 'failure' })
    return
  }
  personGoesTo(seconds)
  personWentThere()
  goTo(seconds)
  // Going tells of the last moment that was heard where it was.
  personWentThere()
}

/** Goes to a moment of the held episode; of one whose audio is not open yet, it will begin there. */
export function goTo(seconds: number): void {
  if (usePlayer.getState().episode === null) return
  if (engine.isOpen() && !canBeExact()) {
    if (usePlayer.getState().wantsToPlay) drawLater(drawnWithinMs.ofWhatIsOpen)
    engine.seekTo(seconds)
  } else if (engine.isOpen()) openAnewAt(seconds)
  // How long it is will be known once it is open.
  else usePosition.setState({ positionSeconds: reachablePosition(seconds, null) })
  flushPositionSoon()
}

/** What is open is a downloaded file, and that was removed. */
export function leaveFile(): void {
  const { isStream } = usePlayer.getState()
  if (engine.isOpen() && !isStream && openLocation?.kind === 'remote')
    openAnewAt(usePosition.getState().positionSeconds)
}

/** From wherever it is to be had now. Plays on from there, if it plays. */
function openAnewAt(seconds: number): void {
  const { wantsToPlay } = usePlayer.getState()
  engine.close()
  // It is not known yet; else another seek to the file would open it once more.
  usePlayer.setState({ timing: 'unknown', status: 'paused' })
  usePosition.setState({ positionSeconds: reachablePosition(seconds, null) })
  if (wantsToPlay) void openAndPlay()
}

async function openAndPlay(opening?: Opening): Promise<void> {
  const { episode } = usePlayer.getState()
  if (episode === null) return
  usePlayer.setState({ status: 'loading', wantsToPlay: true, problem: null })
  const turn = currentTurn()
  if (openingTurn === turn) return
  openingTurn = turn
  const opened = await (opening ?? openAudioOf(episode.id))
  if (openingTurn === turn) openingTurn = null
  if (turn !== currentTurn()) return
  if (!opened.ok) {
    usePlayer.setState({ status: 'failed', wantsToPlay: false, problem: opened.problem })
    announceFailure(opened.problem.message)
    return
  }
  const { url, location, origin, timing } = opened.value
  openLocation = location
  const isStream = location.kind === 'remote' && timing === 'unknown'
  usePlayer.setState({ origin, timing, isStream })
  engine.open({ url, startSeconds: usePosition.getState().positionSeconds })
  if (isStream && location.kind === 'remote') void lookIntoStream(location.url, turn)
  if (usePlayer.getState().wantsToPlay) engine.play()
}

async function lookIntoStream(url: string, turn: number): Promise<void> {
  const timing = await call('audio.timing', { url })
  if (timing.ok && turn === currentTurn()) usePlayer.setState({ timing: timing.value })
}

/** A stream that jumps beside is left for the file, once that is there. */
function canBeExact(): boolean {
  const { episode, timing, isStream } = usePlayer.getState()
  const downloads = useDownloads.getState().downloads ?? []
  const isThere = downloads.some(({ episodeId, state }) => episodeId === episode?.id && state === 'complete')
  return isStream && timing === 'estimated' && isThere
}

/** The person gave another address or file since it was opened. */
async function audioWasReplaced(id: EpisodeId): Promise<boolean> {
  const known = await audioOf(id)
  return known !== undefined && JSON.stringify(known.location) !== JSON.stringify(openLocation)
}
