import { useSettings } from '../settings/store.ts'
import { notify } from '../shell/notice.ts'
import { partsNow, resolvedIn } from './parts-now.ts'
import { type Step, stepAt } from './played-parts.ts'
import { goTo, pause } from './playing.ts'
import { sleepsAtChapterEnd, sleepsWithEpisode } from './sleep-timer.ts'
import { type PlayerState, usePlayer } from './store.ts'
import { engine } from './the-engine.ts'

/** The clock is told four times a second; what comes sooner has a timer. */
const armedWithinMs = 1000

let timer: ReturnType<typeof setTimeout> | undefined
/** Who has played on for so long from where they were sent, has arrived. */
const arrivedAfterSeconds = 0.5
/** Where it was sent last, by itself, until it has arrived. */
let sentTo: number | null = null

/**
 * Once, when the page starts. What does not play is passed over as soon as playing reaches it, and when nothing that plays is
 * left, the episode ends.
 */
export function followParts(): void {
  engine.listen((event) => {
    if (event.kind === 'position' || event.kind === 'status') follow()
    // A source that cannot jump: what was to be passed over plays.
    if (event.kind === 'stuck') playOn()
  })
  usePlayer.subscribe((now, before) => {
    if (now.episode !== before.episode && now.episode?.id === before.episode?.id) keepChosen(now)
    const changed =
      now.rate !== before.rate ||
      now.only !== before.only ||
      now.loop !== before.loop ||
      now.episode !== before.episode
    if (changed) follow()
  })
  useSettings.subscribe((now, before) => {
    if (now.skipWords !== before.skipWords) follow()
  })
}

function follow(): void {
  clearTimeout(timer)
  const { status, wantsToPlay, rate, asked } = usePlayer.getState()
  if (status !== 'playing' || !wantsToPlay || !engine.isOpen()) return
  const seconds = engine.positionSeconds()
  if (asked !== null && (seconds < asked[0] - 1 || seconds >= asked[1])) usePlayer.setState({ asked: null })
  const parts = partsNow()
  const step = stepAt(parts, seconds)
  if (parts.loop !== null && step.kind === 'goes' && sleepsWithEpisode()) {
    endLoopForSleep()
    return
  }
  if (step.kind === 'plays' && sentTo !== null && Math.abs(seconds - sentTo) > arrivedAfterSeconds)
    sentTo = null
  if (step.kind === 'plays') waitFor((step.untilSeconds - seconds) / rate)
  else leave(step, seconds)
}

/** Repeated on, it would never come to the end that is waited for. What plays now is looked for anew by the change itself. */
function endLoopForSleep(): void {
  usePlayer.setState({ loop: null })
  notify({ text: 'The chapter is no longer repeated: playing ends with this episode.' })
}

function waitFor(wallSeconds: number): void {
  const milliseconds = wallSeconds * 1000
  if (milliseconds <= armedWithinMs) timer = setTimeout(follow, Math.max(1, milliseconds))
}

function leave(step: Exclude<Step, { kind: 'plays' }>, seconds: number): void {
  const { durationSeconds } = usePlayer.getState()
  // A stream that is inexact lands beside where it was sent; sent there again and again, it would never play.
  if (step.kind === 'goes' && step.toSeconds === sentTo) {
    playOn()
    return
  }
  const isPastEnd = step.kind === 'goes' && durationSeconds !== null && step.toSeconds >= durationSeconds
  if (step.kind === 'ends' || isPastEnd) {
    engine.finish()
    return
  }
  const sleeps = sleepsAtChapterEnd(seconds)
  sentTo = step.toSeconds
  goTo(step.toSeconds)
  if (sleeps) pause()
}

function playOn(): void {
  const seconds = engine.positionSeconds()
  const { loop, parts } = partsNow()
  if (loop !== null) usePlayer.setState({ loop: null })
  const next = parts.find(([from]) => from > seconds)?.[0] ?? Number.POSITIVE_INFINITY
  usePlayer.setState({ asked: [seconds, next] })
  follow()
}

/** Of chapters that were chosen and that a sync took out of the episode, none is replaced by another. */
function keepChosen({ episode, only }: PlayerState): void {
  if (episode === null || only === null || resolvedIn(episode, only).found.size > 0) return
  pause()
  usePlayer.setState({ only: null })
  notify({ text: 'The chapters that you chose are no longer in this episode. Play goes on with all of it.' })
}
