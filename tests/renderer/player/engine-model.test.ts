import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine, type Engine, type EngineEvent } from '../../../renderer/player/engine.ts'
import type { SoundSettings } from '../../../renderer/player/sound.ts'
import { defaultSettings } from '../../../renderer/player/sound.ts'
import { type SimulatedElement, simulatedElements } from './simulated-element.ts'

const durationSeconds = 1000
/** A jump goes no nearer to the end (`audio-end.ts`). */
const lastMoment = durationSeconds - 0.5

/** What a person asked for, and where that has to lead. */
type Model = {
  isOpen: boolean
  wantsToPlay: boolean
  hasEnded: boolean
  /** Where it is, or was sent and is on its way to. */
  seconds: number
  settings: SoundSettings
}

type Real = { engine: Engine; elements: SimulatedElement[]; events: EngineEvent[] }
type Command = fc.Command<Model, Real>

function latest({ elements }: Real): SimulatedElement {
  const element = elements.at(-1)
  if (element === undefined) throw new Error('nothing was opened')
  return element
}

/** Until nothing is under way any more. */
function settle(real: Real): void {
  const element = real.elements.at(-1)
  for (let turn = 0; element?.isBusy() === true && !element.isClosed && turn < 50; turn += 1) element.happen()
}

function check(model: Model, real: Real): void {
  const { engine, elements, events } = real
  expect(engine.isOpen()).toBe(model.isOpen)
  expect(elements.filter((element) => !element.isClosed)).toHaveLength(model.isOpen ? 1 : 0)
  if (!model.isOpen) return
  expect(Math.abs(engine.positionSeconds() - model.seconds)).toBeLessThan(0.02)
  const element = latest(real)
  expect(element.settings).toEqual(model.settings)
  if (element.isBusy()) return
  expect(Math.abs(element.positionSeconds - model.seconds)).toBeLessThan(0.02)
  expect(element.isPlaying).toBe(model.wantsToPlay)
  const status = model.hasEnded ? 'ended' : model.wantsToPlay ? 'playing' : 'paused'
  expect(events.findLast(({ kind }) => kind === 'status')).toEqual({ kind: 'status', status })
}

function command(
  name: string,
  mayRun: (model: Model) => boolean,
  run: (model: Model, real: Real) => void,
): Command {
  return {
    check: mayRun,
    run: (model, real) => {
      run(model, real)
      check(model, real)
    },
    toString: () => name,
  }
}

const always = (): boolean => true
const whenOpen = ({ isOpen }: Model): boolean => isOpen

const anyCommand = [
  fc.double({ min: 0, max: lastMoment, noNaN: true }).map((startSeconds) =>
    command(`open at ${startSeconds}`, always, (model, { engine }) => {
      engine.open({ url: 'media://a', startSeconds })
      Object.assign(model, { isOpen: true, wantsToPlay: false, hasEnded: false, seconds: startSeconds })
    }),
  ),
  fc.constant(
    command('close', whenOpen, (model, { engine }) => {
      engine.close()
      model.isOpen = false
    }),
  ),
  fc.constant(
    command('play', whenOpen, (model, { engine }) => {
      engine.play()
      if (model.hasEnded) model.seconds = 0
      Object.assign(model, { wantsToPlay: true, hasEnded: false })
    }),
  ),
  fc.constant(
    command('pause', whenOpen, (model, { engine }) => {
      engine.pause()
      model.wantsToPlay = false
    }),
  ),
  fc.double({ min: -50, max: durationSeconds + 50, noNaN: true }).map((seconds) =>
    command(`seek to ${seconds}`, whenOpen, (model, real) => {
      const knowsEnd = !real.elements.at(-1)?.isBusy() || Number.isFinite(seconds)
      real.engine.seekTo(seconds)
      model.hasEnded = false
      model.seconds = Math.max(0, seconds)
      // Before it is open the end is not known; it is kept to once it is.
      if (knowsEnd && real.engine.positionSeconds() <= lastMoment)
        model.seconds = Math.min(model.seconds, lastMoment)
    }),
  ),
  fc
    .record({
      rate: fc.constantFrom(0.5, 1, 2.2, 3),
      volume: fc.constantFrom(0, 0.4, 1),
      muted: fc.boolean(),
      boost: fc.boolean(),
      trimsSilence: fc.boolean(),
    })
    .map((settings) =>
      command(`change ${JSON.stringify(settings)}`, always, (model, { engine }) => {
        engine.change(settings)
        model.settings = settings
      }),
    ),
  fc.constant(
    command('something happens', whenOpen, (model, real) => {
      latest(real).happen()
      model.seconds = Math.min(model.seconds, Math.max(lastMoment, model.hasEnded ? durationSeconds : 0))
    }),
  ),
  fc.constant(
    command('it settles', whenOpen, (model, real) => {
      settle(real)
      if (!model.hasEnded)
        model.seconds = Math.min(model.seconds, Math.max(lastMoment, latest(real).positionSeconds))
    }),
  ),
  fc.double({ min: 0.1, max: 200, noNaN: true }).map((seconds) =>
    command(`plays on for ${seconds}`, whenOpen, (model, real) => {
      settle(real)
      model.seconds = Math.min(model.seconds, Math.max(lastMoment, latest(real).positionSeconds))
      latest(real).playOn(seconds)
      if (!model.wantsToPlay) return
      model.seconds = Math.min(durationSeconds, model.seconds + seconds * model.settings.rate)
      if (model.seconds >= durationSeconds) Object.assign(model, { wantsToPlay: false, hasEnded: true })
    }),
  ),
  fc.constantFrom('time', 'ended', 'paused', 'playing', 'seeked').map((kind) =>
    command(`a closed one says ${kind}`, always, (_model, { elements }) => {
      elements.find((element) => element.isClosed)?.fire({ kind })
    }),
  ),
]

test('after any 200 operations the player is where the last one left it', () => {
  fc.assert(
    fc.property(fc.commands(anyCommand, { maxCommands: 200, size: 'max' }), (commands) => {
      fc.modelRun(() => {
        const { openSound, all } = simulatedElements(durationSeconds)
        const engine = createEngine(openSound)
        const events: EngineEvent[] = []
        engine.listen((event) => events.push(event))
        const settings = defaultSettings
        return {
          model: { isOpen: false, wantsToPlay: false, hasEnded: false, seconds: 0, settings },
          real: { engine, elements: all, events },
        }
      }, commands)
    }),
    { numRuns: 100 },
  )
})
