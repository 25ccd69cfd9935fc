import { deepStrictEqual, ok } from 'node:assert/strict'
import type { Ask, ElementSettings, Standing } from './page/page.ts'

export const durationSeconds = 120
/** A jump goes no nearer to the end (`audio-end.ts`). */
const lastMoment = durationSeconds - 0.5
/** A jump to what lies further on is refused, where only opening tells how long the audio is. */
const lastNamed = durationSeconds + 2
/** Clocks are read a little before or after what they tell of. */
const slackSeconds = 0.6

/** What a person asked for, and where that has to lead. */
export type Model = {
  isOpen: boolean
  /** How long the audio is, is known. */
  isReady: boolean
  wantsToPlay: boolean
  hasEnded: boolean
  /** Where it was or was sent at that moment. */
  seconds: number
  atMs: number
  settings: ElementSettings
}

export function newModel(): Model {
  const settings = { rate: 1, volume: 1, muted: false }
  return { isOpen: false, isReady: false, wantsToPlay: false, hasEnded: false, seconds: 0, atMs: 0, settings }
}

/** What time alone has done since: nothing is played that could not have been, and an end is reached by playing. */
export function passTime(model: Model, now: Standing): void {
  if (!model.isOpen || !model.wantsToPlay) return
  const mostSeconds = model.seconds + ((now.atMs - model.atMs) / 1000) * model.settings.rate + slackSeconds
  const to = now.positionSeconds
  ok(to >= model.seconds - slackSeconds && to <= mostSeconds, `played from ${model.seconds} to ${to}`)
  if (now.status === 'ended') {
    ok(mostSeconds >= durationSeconds, `ended at ${mostSeconds} at most`)
    Object.assign(model, { wantsToPlay: false, hasEnded: true, seconds: durationSeconds })
  } else model.seconds = to
  model.atMs = now.atMs
}

export function ask(model: Model, asked: Ask): void {
  switch (asked.kind) {
    case 'open':
      Object.assign(model, { isOpen: true, isReady: false, wantsToPlay: false, hasEnded: false })
      model.seconds = asked.startSeconds
      return
    case 'close':
      Object.assign(model, { isOpen: false, wantsToPlay: false, hasEnded: false })
      return
    case 'change':
      model.settings = asked.settings
      return
    case 'seek':
      if (!model.isOpen) return
      model.hasEnded = false
      model.seconds = Math.max(0, asked.seconds)
      if (model.isReady) model.seconds = Math.min(lastMoment, model.seconds)
      return
    case 'pause':
      model.wantsToPlay = false
      return
    case 'play':
      if (!model.isOpen) return
      if (model.hasEnded) model.seconds = 0
      Object.assign(model, { wantsToPlay: true, hasEnded: false })
  }
}

/** What was asked for is opened. */
function arrive(model: Model, { status }: Standing): void {
  if (!model.isOpen || model.isReady) return
  if (model.seconds > lastNamed) {
    deepStrictEqual(status, 'failed')
    Object.assign(model, { isOpen: false, wantsToPlay: false })
    return
  }
  model.isReady = true
  model.seconds = Math.min(lastMoment, model.seconds)
}

/** The engine stands as the model says, and no sound but the one it has open is heard. */
export function check(model: Model, now: Standing): void {
  arrive(model, now)
  passTime(model, now)
  deepStrictEqual(now.isOpen, model.isOpen)
  deepStrictEqual(now.sounding.length, model.wantsToPlay ? 1 : 0)
  if (!model.isOpen) return
  deepStrictEqual(now.status, model.hasEnded ? 'ended' : model.wantsToPlay ? 'playing' : 'paused')
  deepStrictEqual({ ...now.settings }, { ...model.settings })
  ok(
    Math.abs(now.positionSeconds - model.seconds) <= slackSeconds,
    `at ${now.positionSeconds}, and should be at ${model.seconds}`,
  )
}
