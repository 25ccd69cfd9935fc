import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countHeard, type HeardStretch } from '../../../renderer/player/counted-sound.ts'
import { defaultSettings } from '../../../renderer/player/sound.ts'
import { intervalsOf } from '../../../shared/heard/intervals.ts'
import { type FakeSound, fakeSounds } from './fake-sound.ts'

const settings = defaultSettings

/** A source whose clock the test moves, as an element moves its own, and what was counted of it. */
function playedSource(startSeconds = 0) {
  const sounds = fakeSounds()
  const told: HeardStretch[] = []
  let wallMs = 5000
  const open = countHeard(
    sounds.openSound,
    (heard) => told.push(heard),
    () => wallMs,
  )
  const sound = open({ url: 'media://a', startSeconds }, settings, () => undefined)
  const fake = sounds.latest()
  return {
    sound,
    fake,
    told,
    stretches: () => intervalsOf(told.map(({ stretch }) => stretch)),
    spent: () => told.reduce((sum, { spentSeconds }) => sum + spentSeconds, 0),
    saved: () => told.reduce((sum, { savedSeconds }) => sum + savedSeconds, 0),
    wait: (seconds: number) => {
      wallMs += seconds * 1000
    },
    /** Plays on for some seconds of the page's clock, with a tick at each quarter. */
    play: (seconds: number) => {
      for (let quarter = 0; quarter < seconds * 4; quarter += 1) {
        wallMs += 250
        fake.positionSeconds += 0.25 * (fake.paceOverSilence ?? fake.settings.rate)
        fake.fire({ kind: 'time' })
      }
    },
  }
}

function arrive(fake: FakeSound): void {
  fake.isSeeking = false
  fake.fire({ kind: 'seeked' })
}

function changePace(fake: FakeSound, pace: number | null): void {
  fake.paceOverSilence = pace
  fake.fire({ kind: 'pace' })
}

describe('what counts as heard', () => {
  test('is what the clock passes through while it moves, to the last moment before it stops', () => {
    const { fake, play, stretches, wait, sound } = playedSource(10)
    fake.fire({ kind: 'playing' })
    play(2)
    wait(0.1)
    fake.positionSeconds += 0.1
    fake.fire({ kind: 'paused' })
    expect(stretches()).toEqual([[10, 12.1]])
    wait(60)
    sound.close()
    expect(stretches()).toEqual([[10, 12.1]])
  })

  test('is not what was jumped over, forward or back, also not by ten jumps in a row', () => {
    const { sound, fake, play, stretches } = playedSource()
    fake.fire({ kind: 'playing' })
    play(2)
    for (const seconds of [900, 20, 500, 100]) sound.seek(seconds)
    fake.fire({ kind: 'time' })
    arrive(fake)
    play(3)
    expect(stretches()).toEqual([
      [0, 2],
      [100, 103],
    ])
  })

  test('is counted once at any speed, and says how long it took', () => {
    const { sound, fake, play, stretches, spent } = playedSource()
    sound.apply({ ...settings, rate: 2 })
    fake.fire({ kind: 'playing' })
    play(5)
    sound.apply({ ...settings, rate: 0.5 })
    play(4)
    expect(stretches()).toEqual([[0, 12]])
    expect(spent()).toBe(9)
  })

  test('is all of the audio also where silence is played fast, and says what that saved', () => {
    const { sound, fake, play, stretches, spent, saved } = playedSource()
    sound.apply({ ...settings, rate: 2 })
    fake.fire({ kind: 'playing' })
    play(3)
    changePace(fake, 6)
    play(2)
    changePace(fake, null)
    play(1)
    expect(stretches()).toEqual([[0, 20]])
    expect(spent()).toBeCloseTo(6)
    // Twelve seconds of silence at twice the speed are six.
    expect(saved()).toBeCloseTo(4)
  })

  test('saves nothing by speed alone, by jumps or by standing still', () => {
    const { sound, fake, play, saved, wait } = playedSource()
    sound.apply({ ...settings, rate: 3 })
    fake.fire({ kind: 'playing' })
    play(3)
    sound.seek(500)
    arrive(fake)
    changePace(fake, 6)
    fake.fire({ kind: 'waiting' })
    wait(5)
    changePace(fake, null)
    play(2)
    expect(saved()).toBe(0)
  })

  test('is nothing while more audio is waited for, or the computer sleeps', () => {
    const { fake, play, stretches, wait } = playedSource()
    fake.fire({ kind: 'playing' })
    play(1)
    fake.fire({ kind: 'waiting' })
    wait(20)
    fake.fire({ kind: 'playing' })
    play(1)
    wait(3600)
    play(1)
    expect(stretches()).toEqual([[0, 3]])
  })

  test('is not what the source’s clock leaps over by itself', () => {
    const { fake, play, stretches, wait } = playedSource()
    fake.fire({ kind: 'playing' })
    play(1)
    fake.positionSeconds = 300
    play(1)
    // Some devices let it run on while the computer sleeps.
    wait(7200)
    fake.positionSeconds += 7200
    play(1)
    expect(stretches()).toEqual([
      [0, 1],
      [300.25, 301],
      [7501.25, 7502],
    ])
  })

  test('is told before a source is replaced, and nothing after', () => {
    const { sound, fake, play, stretches, wait } = playedSource()
    fake.fire({ kind: 'playing' })
    play(1)
    wait(0.2)
    fake.positionSeconds += 0.2
    sound.close()
    expect(stretches()).toEqual([[0, 1.2]])
  })
})

type Step =
  | { kind: 'play' | 'sleep'; seconds: number }
  | { kind: 'seek'; to: number }
  | { kind: 'rate'; rate: number }
  | { kind: 'pace'; pace: number | null }
  | { kind: 'pause' | 'resume' | 'stall' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('play' as const), seconds: fc.integer({ min: 1, max: 20 }) }),
  },
  fc.record({
    kind: fc.constant('sleep' as const),
    seconds: fc.integer({ min: 1, max: 9000 }),
  }),
  fc.record({ kind: fc.constant('seek' as const), to: fc.nat({ max: 300 }) }),
  fc.record({ kind: fc.constant('rate' as const), rate: fc.constantFrom(0.5, 1, 1.5, 2, 3) }),
  fc.record({ kind: fc.constant('pace' as const), pace: fc.constantFrom(null, 4, 6) }),
  fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const, 'stall' as const) }),
)

/** What was heard by the steps, in eighths of a second, and how long it took. */
function createModel() {
  const heard = new Set<number>()
  let seconds = 0
  let rate = 1
  let pace: number | null = null
  let moves = false
  let spent = 0
  let saved = 0
  return {
    heard,
    spent: () => spent,
    saved: () => saved,
    take(done: Step): void {
      if (done.kind === 'seek') seconds = done.to
      if (done.kind === 'rate') rate = done.rate
      if (done.kind === 'pace') pace = done.pace
      if (done.kind === 'resume') moves = true
      if (done.kind === 'pause' || done.kind === 'stall') moves = false
      if (done.kind !== 'play' || !moves) return
      const end = seconds + done.seconds * (pace ?? rate)
      for (let at = seconds * 8; at < end * 8; at += 1) heard.add(at)
      seconds = end
      spent += done.seconds
      saved += pace === null ? 0 : done.seconds * (pace / rate - 1)
    },
  }
}

function take({ sound, fake, play, wait }: ReturnType<typeof playedSource>, done: Step, moves: boolean) {
  switch (done.kind) {
    case 'play':
      if (moves) play(done.seconds)
      break
    case 'sleep':
      wait(done.seconds)
      break
    case 'seek':
      sound.seek(done.to)
      arrive(fake)
      break
    case 'rate':
      sound.apply({ ...settings, rate: done.rate })
      break
    case 'pace':
      changePace(fake, done.pace)
      break
    case 'resume':
      fake.fire({ kind: 'playing' })
      break
    case 'pause':
      fake.fire({ kind: 'paused' })
      break
    case 'stall':
      fake.fire({ kind: 'waiting' })
  }
}

test('whatever is done, exactly what the clock moved through is counted, in the time it took', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const source = playedSource()
      const model = createModel()
      let moves = false
      for (const done of steps) {
        if (done.kind === 'resume') moves = true
        if (done.kind === 'pause' || done.kind === 'stall') moves = false
        take(source, done, moves)
        model.take(done)
      }
      source.sound.close()
      const counted = new Set<number>()
      for (const [from, to] of source.stretches()) {
        for (let at = from * 8; at < to * 8; at += 1) counted.add(at)
      }
      expect(counted).toEqual(model.heard)
      expect(source.spent()).toBeCloseTo(model.spent(), 6)
      expect(source.saved()).toBeCloseTo(model.saved(), 6)
    }),
  )
})
