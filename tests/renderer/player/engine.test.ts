import { beforeEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine, type EngineEvent } from '../../../renderer/player/engine.ts'
import { defaultSettings } from '../../../renderer/player/sound.ts'
import { type FakeSound, fakeSounds } from './fake-sound.ts'

let sounds: ReturnType<typeof fakeSounds>
let engine: Engine
let heard: EngineEvent[]

beforeEach(() => {
  sounds = fakeSounds()
  engine = createEngine(sounds.openSound)
  heard = []
  engine.listen((event) => heard.push(event))
})

function statuses(): string[] {
  const all = heard.flatMap((event) => (event.kind === 'status' ? [event.status] : []))
  return all.filter((status, index) => status !== all[index - 1])
}

function openedAt(startSeconds: number, durationSeconds = 3600): FakeSound {
  engine.open({ url: 'media://one', startSeconds })
  const sound = sounds.latest()
  sound.durationSeconds = durationSeconds
  sound.fire({ kind: 'opened' })
  return sound
}

describe('beginning', () => {
  it('opens a source where the person left it, and says so before it is there', () => {
    engine.open({ url: 'media://one', startSeconds: 1280 })
    expect(sounds.latest().source.startSeconds).toBe(1280)
    expect(engine.positionSeconds()).toBe(1280)
    expect(statuses()).toEqual(['loading'])
  })

  it('is playing once its clock moves, not once it was told to', () => {
    const sound = openedAt(0)
    engine.play()
    expect(statuses().at(-1)).toBe('loading')
    sound.fire({ kind: 'playing' })
    expect(statuses().at(-1)).toBe('playing')
    sound.fire({ kind: 'waiting' })
    expect(statuses().at(-1)).toBe('loading')
  })

  it('is under way from when it is opened, or sent elsewhere while it plays, until it is to be heard there', () => {
    expect(engine.isUnderWay()).toBe(false)
    const sound = openedAt(0)
    // Paused, nothing is to be heard.
    expect(engine.isUnderWay()).toBe(false)
    engine.seekTo(60)
    expect(engine.isUnderWay()).toBe(false)
    engine.play()
    sound.positionSeconds = 60
    sound.isSeeking = false
    expect(engine.isUnderWay()).toBe(true)
    sound.fire({ kind: 'seeked' })
    expect(engine.isUnderWay()).toBe(true)
    sound.fire({ kind: 'playing' })
    expect(engine.isUnderWay()).toBe(false)
    engine.seekTo(900)
    expect(engine.isUnderWay()).toBe(true)
    sound.positionSeconds = 900
    sound.isSeeking = false
    sound.fire({ kind: 'seeked' })
    expect(engine.isUnderWay()).toBe(false)
    engine.open({ url: 'media://other', startSeconds: 0 })
    expect(engine.isUnderWay()).toBe(true)
    engine.close()
    expect(engine.isUnderWay()).toBe(false)
  })

  it('asks again when the element did not begin where it was told', () => {
    engine.open({ url: 'media://one', startSeconds: 1280 })
    const sound = sounds.latest()
    sound.durationSeconds = 3600
    sound.positionSeconds = 0
    sound.fire({ kind: 'opened' })
    expect(sound.seeks).toEqual([1280])
  })

  it('says when playing was refused, and can be asked again', () => {
    const sound = openedAt(0)
    engine.play()
    sound.fire({ kind: 'refused' })
    expect(statuses().at(-1)).toBe('paused')
    engine.play()
    expect(sound.isPlaying).toBe(true)
  })
})

describe('seeking', () => {
  it('holds a seek that comes before the source is open, and goes there then', () => {
    engine.open({ url: 'media://one', startSeconds: 10 })
    const sound = sounds.latest()
    engine.seekTo(500)
    expect(sound.seeks).toEqual([])
    expect(engine.positionSeconds()).toBe(500)
    sound.durationSeconds = 3600
    sound.fire({ kind: 'opened' })
    expect(sound.seeks).toEqual([500])
    expect(engine.positionSeconds()).toBe(500)
  })

  it('ends at the last of ten seeks, whatever the clock says between', () => {
    const sound = openedAt(0)
    for (let index = 1; index <= 10; index += 1) {
      engine.seekTo(index * 280)
      // A late answer to an earlier seek, and a clock that is still there.
      sound.positionSeconds = (index - 1) * 280
      sound.fire({ kind: 'seeked' })
      sound.fire({ kind: 'time' })
      expect(engine.positionSeconds()).toBe(index * 280)
    }
    sound.isSeeking = false
    sound.fire({ kind: 'seeked' })
    expect(sound.seeks.at(-1)).toBe(2800)
    sound.isSeeking = false
    sound.positionSeconds = 2800
    sound.fire({ kind: 'seeked' })
    sound.positionSeconds = 2800.25
    sound.fire({ kind: 'time' })
    expect(engine.positionSeconds()).toBe(2800.25)
  })

  it('gives up on a source that cannot be sent there, instead of asking for ever', () => {
    const sound = openedAt(0)
    engine.seekTo(900)
    for (let time = 0; time < 20; time += 1) {
      sound.positionSeconds = 0
      sound.isSeeking = false
      sound.fire({ kind: 'seeked' })
    }
    expect(sound.seeks.length).toBeLessThanOrEqual(4)
    expect(engine.positionSeconds()).toBe(0)
  })

  it('plays on where it is when the source lets no one jump in it, and says so', () => {
    const sound = openedAt(0)
    sound.canSeek = false
    sound.positionSeconds = 30
    engine.seekTo(900)
    expect(sound.seeks).toEqual([])
    expect(engine.positionSeconds()).toBe(30)
    expect(heard.at(-1)?.kind).toBe('stuck')
  })

  it('does not begin such a source at 0 when the person was further on', () => {
    engine.open({ url: 'media://one', startSeconds: 900 })
    engine.play()
    const sound = sounds.latest()
    sound.canSeek = false
    sound.durationSeconds = 3600
    sound.positionSeconds = 0
    sound.fire({ kind: 'opened' })
    expect(heard.at(-1)?.kind).toBe('failed')
    expect(sound.isClosed).toBe(true)
    expect(engine.positionSeconds()).toBe(900)
  })

  it('does not play the last half second of a source that ends before where the person was', () => {
    engine.open({ url: 'media://one', startSeconds: 900 })
    engine.play()
    const sound = sounds.latest()
    sound.durationSeconds = 600
    sound.fire({ kind: 'opened' })
    expect(sound.seeks).toEqual([])
    expect(heard.at(-1)).toMatchObject({ kind: 'failed', problem: { code: 'rejected' } })
    expect(engine.positionSeconds()).toBe(900)
  })

  it('plays such a source from its start', () => {
    engine.open({ url: 'media://one', startSeconds: 0 })
    const sound = sounds.latest()
    sound.canSeek = false
    sound.fire({ kind: 'opened' })
    expect(heard.some((event) => event.kind === 'failed')).toBe(false)
  })

  it('stops short of the end, and at 0', () => {
    const sound = openedAt(0, 100)
    engine.seekTo(100)
    engine.seekTo(5000)
    engine.seekTo(-5)
    engine.seekTo(Number.NaN)
    expect(sound.seeks).toEqual([99.5, 99.5, 0, 0])
  })

  it('bounds a held seek once the duration is known', () => {
    engine.open({ url: 'media://one', startSeconds: 101 })
    const sound = sounds.latest()
    sound.durationSeconds = 100
    sound.fire({ kind: 'opened' })
    expect(sound.seeks).toEqual([99.5])
  })

  it('seeks freely in a stream, whose duration is infinite', () => {
    const sound = openedAt(0, Number.POSITIVE_INFINITY)
    engine.seekTo(5000)
    expect(sound.seeks).toEqual([5000])
    expect(heard).toContainEqual({ kind: 'duration', seconds: null })
  })
})

describe('the end', () => {
  it('stays at the end although the element goes back to 0, and begins anew when played', () => {
    const sound = openedAt(0, 100)
    engine.play()
    sound.positionSeconds = 100
    sound.fire({ kind: 'ended' })
    sound.positionSeconds = 0
    sound.fire({ kind: 'seeked' })
    sound.fire({ kind: 'time' })
    expect(engine.positionSeconds()).toBe(100)
    expect(statuses().at(-1)).toBe('ended')
    engine.play()
    expect(engine.positionSeconds()).toBe(0)
    expect(statuses().at(-1)).toBe('loading')
  })

  it('opens a source anew that cannot be sent back to its start', () => {
    const sound = openedAt(0, 100)
    sound.canSeek = false
    sound.fire({ kind: 'ended' })
    engine.play()
    expect(sound.isClosed).toBe(true)
    expect(sounds.latest()).toMatchObject({
      isPlaying: true,
      source: { url: 'media://one', startSeconds: 0 },
    })
  })

  it('is told once, however often the source tells it', () => {
    const sound = openedAt(0, 100)
    sound.fire({ kind: 'ended' })
    sound.fire({ kind: 'ended' })
    expect(heard.filter((event) => event.kind === 'status' && event.status === 'ended')).toHaveLength(1)
  })

  it('can be left by a seek', () => {
    const sound = openedAt(0, 100)
    sound.fire({ kind: 'ended' })
    engine.seekTo(40)
    expect(statuses().at(-1)).toBe('paused')
    expect(engine.positionSeconds()).toBe(40)
  })
})

describe('changing the source', () => {
  it('does not hear the source that was replaced', () => {
    const first = openedAt(700)
    engine.open({ url: 'media://two', startSeconds: 5 })
    heard.length = 0
    first.positionSeconds = 0
    for (const kind of ['time', 'playing', 'ended', 'opened'] as const) first.fire({ kind })
    first.fire({ kind: 'failed', reason: 'unreachable' })
    expect(heard).toEqual([])
    expect(engine.positionSeconds()).toBe(5)
    expect(first.isClosed).toBe(true)
  })

  it('keeps rate, volume and muting', () => {
    engine.change({ rate: 1.5 })
    const first = openedAt(0)
    engine.change({ volume: 0.4, muted: true })
    const kept = { ...defaultSettings, rate: 1.5, volume: 0.4, muted: true }
    expect(first.settings).toEqual(kept)
    engine.open({ url: 'media://two', startSeconds: 0 })
    expect(sounds.latest().settings).toEqual(kept)
  })

  it('remembers where the closed source stood', () => {
    openedAt(700)
    engine.close()
    expect(engine.positionSeconds()).toBe(700)
    expect(engine.isOpen()).toBe(false)
  })
})

describe('failing', () => {
  it('says why, frees the source, and keeps the position', () => {
    const sound = openedAt(0)
    engine.seekTo(300)
    sound.isSeeking = false
    sound.fire({ kind: 'seeked' })
    sound.fire({ kind: 'failed', reason: 'unreachable' })
    const failed = heard.find((event) => event.kind === 'failed')
    expect(failed?.problem.code).toBe('unreachable')
    expect(failed?.problem.message).toContain('place is kept')
    expect(sound.isClosed).toBe(true)
    expect(engine.positionSeconds()).toBe(300)
  })

  it('tells what is not audio from what did not arrive', () => {
    openedAt(0).fire({ kind: 'failed', reason: 'not-audio' })
    expect(heard.find((event) => event.kind === 'failed')?.problem.code).toBe('not-audio')
  })
})

it('goes to the very second that was asked for while it opened, however near that is to where it began', () => {
  const engineHere = createEngine(sounds.openSound)
  engineHere.open({ url: 'media://one', startSeconds: 300 })
  const sound = sounds.latest()
  engineHere.seekTo(301.5)
  sound.durationSeconds = 3600
  sound.fire({ kind: 'opened' })
  expect(sound.seeks).toEqual([301.5])
})
