import { create } from 'zustand'
import { announce } from '../shell/announce.ts'
import { chapterIndexAt } from './chapters.ts'
import { partsNow } from './parts-now.ts'
import { leftAfter } from './played-parts.ts'
import { pause } from './playing.ts'
import { usePlayer, usePosition } from './store.ts'
import { engine } from './the-engine.ts'

/** When playing is to end by itself. */
export type SleepTimer =
  | { kind: 'off' }
  /** After so much more listening; time in which nothing plays does not count. */
  | { kind: 'minutes'; leftSeconds: number }
  | { kind: 'chapter' }
  | { kind: 'episode' }

export const useSleepTimer = create<{ timer: SleepTimer }>(() => ({ timer: { kind: 'off' } }))

/** So long it takes to grow silent, by a clock on the wall. */
const fadeSeconds = 10
/** A tick comes four times a second; after a longer gap the computer slept, or something held it up. */
const longestTickSeconds = 2
/** What comes at a chapter's end may come a little before it. */
const boundarySlackSeconds = 0.05

let lastTickMs: number | null = null
/** The chapter whose end is waited for, and how far in it playing was; another one when the person jumps. */
let waitedFor: { index: number; seconds: number } | null = null

export function startSleepTimer(timer: SleepTimer): void {
  lastTickMs = null
  waitedFor = null
  useSleepTimer.setState({ timer })
  fade(1)
  announce(toldText(timer))
}

/** Called once, when the page starts. */
export function followSleepTimer(): void {
  usePosition.subscribe(tick)
  usePlayer.subscribe(({ status }, before) => {
    if (status !== before.status) lastTickMs = null
  })
}

/** Whether the episode that ended was to be the last; the timer is off then. */
export function sleepsNow(): boolean {
  const { timer } = useSleepTimer.getState()
  const ends = timer.kind === 'episode' || timer.kind === 'chapter'
  if (ends) turnOff()
  return ends
}

/** Whether playing is to end with the chapter, or the episode, that ends. */
export function isSleepDue(): boolean {
  const { kind } = useSleepTimer.getState().timer
  return kind === 'chapter' || kind === 'episode'
}

export function sleepsWithEpisode(): boolean {
  return useSleepTimer.getState().timer.kind === 'episode'
}

/** Whether the chapter that ended by playing up to a moment was to be the last; the timer is off then. */
export function sleepsAtChapterEnd(seconds: number): boolean {
  const chapters = usePlayer.getState().episode?.chapters ?? []
  const index = chapterIndexAt(chapters, seconds + boundarySlackSeconds)
  const sleeps = useSleepTimer.getState().timer.kind === 'chapter' && isAtStart(index, seconds)
  if (sleeps) turnOff()
  return sleeps
}

function tick(): void {
  const { timer } = useSleepTimer.getState()
  const { status } = usePlayer.getState()
  if (timer.kind === 'off' || status !== 'playing') return
  switch (timer.kind) {
    case 'minutes':
      tickMinutes(timer.leftSeconds)
      return
    case 'chapter':
      tickChapter()
      return
    case 'episode':
      fadeTowards(secondsToEnd())
  }
}

function tickMinutes(leftSeconds: number): void {
  const nowMs = performance.now()
  const passed = lastTickMs === null ? 0 : Math.min((nowMs - lastTickMs) / 1000, longestTickSeconds)
  lastTickMs = nowMs
  const left = leftSeconds - passed
  if (left <= 0) {
    sleep()
    return
  }
  useSleepTimer.setState({ timer: { kind: 'minutes', leftSeconds: left } })
  fadeTowards(left)
}

function tickChapter(): void {
  const { episode } = usePlayer.getState()
  const { positionSeconds } = usePosition.getState()
  const chapters = episode?.chapters ?? []
  const index = chapterIndexAt(chapters, positionSeconds)
  const end = chapters[index + 1]?.startSeconds ?? null
  // Played on into the next one, as against jumped, be it to its very beginning.
  const ranOver =
    waitedFor !== null && index === waitedFor.index + 1 && isWithinTick(positionSeconds - waitedFor.seconds)
  if (ranOver) {
    sleep()
    return
  }
  waitedFor = { index, seconds: positionSeconds }
  fadeTowards(end === null ? secondsToEnd() : wallSeconds(end - positionSeconds))
}

function isAtStart(index: number, positionSeconds: number): boolean {
  const start = usePlayer.getState().episode?.chapters[index]?.startSeconds ?? 0
  return isWithinTick(positionSeconds - start)
}

/** Whether playing can have brought it so far since it was told last. */
function isWithinTick(audioSeconds: number): boolean {
  return audioSeconds < longestTickSeconds * usePlayer.getState().rate
}

function secondsToEnd(): number {
  const { durationSeconds } = usePlayer.getState()
  if (durationSeconds === null) return Number.POSITIVE_INFINITY
  const { parts, asked } = partsNow()
  const { positionSeconds } = usePosition.getState()
  const open = asked === null ? parts : [...parts, asked]
  return wallSeconds(leftAfter(open, positionSeconds, durationSeconds))
}

function wallSeconds(audioSeconds: number): number {
  return audioSeconds / usePlayer.getState().rate
}

function sleep(): void {
  pause()
  turnOff()
}

function turnOff(): void {
  useSleepTimer.setState({ timer: { kind: 'off' } })
  fade(1)
}

function fadeTowards(leftSeconds: number): void {
  fade(fadeFactor(leftSeconds))
}

/** How loud it is with so much left, as a part of the volume that the person chose. */
export function fadeFactor(leftSeconds: number): number {
  return Math.min(1, Math.max(0, leftSeconds / fadeSeconds))
}

let factor = 1

/** Past the store: the volume that the person chose stays what it is. */
function fade(to: number): void {
  if (to === factor) return
  factor = to
  engine.change({ volume: usePlayer.getState().volume * to })
}

function toldText(timer: SleepTimer): string {
  switch (timer.kind) {
    case 'off':
      return 'Sleep timer off'
    case 'minutes':
      return `Sleep timer: ${Math.round(timer.leftSeconds / 60)} minutes`
    case 'chapter':
      return 'Sleep timer: to the end of this chapter'
    case 'episode':
      return 'Sleep timer: to the end of this episode'
  }
}
