import { Howl, Howler } from 'howler'
import { z } from 'zod'
import { createElementGraph, type ElementGraph } from './graph/element-graph.ts'
import { rateOverSilence } from './pace.ts'
import type { OpenSound, SoundEvent, SoundSettings } from './sound.ts'

// An HTML audio element needs no AudioContext, and Electron no unlocking by touch.
Howler.usingWebAudio = false
Howler.autoUnlock = false
// Howler counts as loaded what can be played through. On a stream that is three times as late as need be, so it hears
// of the metadata instead, and `play` waits for data itself.
Reflect.set(Howler, '_canPlayEvent', 'loadedmetadata')

/** `HTMLMediaElement.HAVE_FUTURE_DATA`: with less, Howler's `play` waits for an event that was before. */
const canPlay = 3

/**
 * Howler checks the format by the address's extension, and ours have none. The element finds out by itself what it was
 * given, so this only has to be one that is always supported.
 */
const anyFormat = ['mp3']

/**
 * Howler plays; its clock is read and set on the element itself. Its own `seek` pauses, seeks and plays again over
 * several tasks, and of several in a row not the last one wins (howler issue 1163); its `rate` arms a timer that ends a
 * sound by arithmetic; and what is asked for while a start is pending can stay in its queue. So `play` and `pause` are
 * only called when Howler can follow them at once, and everything it needs to know is told it just before it plays.
 */
export const openHowlSound: OpenSound = (source, settings, hear) => {
  const element = freshElement()
  let wanted: 'playing' | 'paused' = 'paused'
  let applied: SoundSettings = settings
  let isStarting = false
  /** An element that nothing was asked of stays bare: no delay, no cost, nothing more to fail. */
  let graph: ElementGraph | null = null
  let isSilent = false
  let toldPace = settings.rate
  const closing = new AbortController()

  function tell(event: SoundEvent): void {
    if (!closing.signal.aborted) hear(event)
  }

  const howl = new Howl({
    src: [source.url],
    format: anyFormat,
    html5: true,
    preload: true,
    rate: settings.rate,
    volume: settings.volume,
    mute: settings.muted,
    // Howler takes the duration at load for the truth and ends there. Some files only tell theirs while they play.
    sprite: { __default: [0, Number.POSITIVE_INFINITY] },
    onload: () => {
      tell({ kind: 'opened' })
      follow()
    },
    onloaderror: (_id, error) => tell({ kind: 'failed', reason: failureOf(error) }),
    onplay: () => {
      isStarting = false
      follow()
    },
    onplayerror: () => {
      isStarting = false
      if (wanted === 'paused') return
      wanted = 'paused'
      graph?.rest()
      tell({ kind: 'refused' })
    },
  })
  // It would load a silent data: address to free the element; `close` frees it without.
  Reflect.set(howl, '_clearSound', () => undefined)
  apply(settings)
  // Before the metadata is there this is where playback begins; nothing at 0 is fetched for playing or heard.
  if (source.startSeconds > 0) element.currentTime = source.startSeconds

  const heard: [keyof HTMLMediaElementEventMap, () => void][] = [
    ['canplay', follow],
    ['durationchange', () => tell({ kind: 'duration' })],
    ['playing', () => move({ kind: 'playing' })],
    ['pause', () => rest({ kind: 'paused' })],
    ['waiting', () => stand({ kind: 'waiting' })],
    ['seeked', seeked],
    ['timeupdate', () => tell({ kind: 'time' })],
    ['ended', end],
  ]
  for (const [name, listener] of heard) element.addEventListener(name, listener, { signal: closing.signal })

  function follow(): void {
    if (closing.signal.aborted || isStarting || howl.state() !== 'loaded') return
    if (wanted === 'paused' && howl.playing()) howl.pause()
    if (wanted === 'playing' && !howl.playing()) start()
  }

  function start(): void {
    // 'canplay' comes back here.
    if (element.readyState < canPlay) return
    isStarting = true
    howl.rate(pace())
    howl.volume(element.volume)
    howl.mute(element.muted)
    standAt(howl, element.currentTime)
    whileClockStands(element, () => howl.play())
  }

  function move(event: SoundEvent): void {
    graph?.listenAnew()
    tell(event)
  }

  /** What a standing clock leaves is silent, and no silence of the audio. */
  function stand(event: SoundEvent): void {
    graph?.listenNoMore()
    hearSilence(false)
    tell(event)
  }

  function rest(event: SoundEvent): void {
    stand(event)
    // A pause that was taken back before it was told leaves it running.
    if (wanted === 'paused') graph?.rest()
  }

  function seeked(): void {
    if (clockMoves()) graph?.listenAnew()
    tell({ kind: 'seeked' })
  }

  function end(): void {
    wanted = 'paused'
    rest({ kind: 'ended' })
  }

  function clockMoves(): boolean {
    return !element.paused && !element.seeking && element.readyState >= canPlay
  }

  function hearSilence(heard: boolean): void {
    isSilent = heard
    applyPace()
  }

  function pace(): number {
    return isSilent && applied.trimsSilence ? rateOverSilence(applied.rate) : applied.rate
  }

  function applyPace(): void {
    element.defaultPlaybackRate = applied.rate
    element.playbackRate = pace()
    if (pace() === toldPace) return
    toldPace = pace()
    tell({ kind: 'pace' })
  }

  function apply(changed: SoundSettings): void {
    applied = changed
    graph?.apply(changed)
    if (graph === null && (changed.boost || changed.trimsSilence)) {
      graph = createElementGraph(element, changed, hearSilence)
      if (wanted === 'playing') graph?.run()
      if (clockMoves()) graph?.listenAnew()
    }
    element.volume = graph === null ? changed.volume : 1
    element.muted = graph === null && changed.muted
    applyPace()
  }

  return {
    play() {
      wanted = 'playing'
      graph?.run()
      follow()
    },
    pause() {
      wanted = 'paused'
      if (element.paused) graph?.rest()
      follow()
    },
    positionSeconds: () => element.currentTime,
    durationSeconds: () => element.duration,
    isSeeking: () => element.seeking,
    pace,
    canSeek: () => element.seekable.length > 0 && element.seekable.end(element.seekable.length - 1) > 0,
    seek(seconds) {
      graph?.listenNoMore()
      hearSilence(false)
      element.currentTime = seconds
    },
    apply,
    close() {
      if (closing.signal.aborted) return
      closing.abort()
      graph?.close()
      howl.unload()
      element.pause()
      element.removeAttribute('src')
      element.load()
    },
  }
}

/**
 * The element that the next Howl takes. Howler would hand on used ones from its pool, with their rate, their muting and
 * late events of the source before.
 */
function freshElement(): HTMLAudioElement {
  const element = new Audio()
  // Else nothing but the loudspeakers may have what it plays, and no part of the page could measure or change it.
  element.crossOrigin = 'anonymous'
  Reflect.set(Howler, '_html5AudioPool', [element])
  return element
}

const onlySound = z.tuple([
  z.custom<object>(
    (value) => typeof value === 'object' && value !== null && '_seek' in value && '_ended' in value,
  ),
])

/**
 * Tells Howler where its sound stands, which is where its `play` goes. Its own `seek` would set the clock once more, and
 * a clock that was just set has no data for a moment, in which `play` does not begin; it also takes a number of seconds
 * that equals a sound's id, which count up from 1001, for a question about that sound.
 */
function standAt(howl: Howl, seconds: number): void {
  const [sound] = onlySound.parse(Reflect.get(howl, '_sounds'))
  Object.assign(sound, { _seek: seconds, _ended: false })
}

/**
 * Howler sets the clock before it plays, here to where it stands, and Chromium goes there all the same: it drops what it has, and
 * asks for it anew. Of all that a click on Play takes, this was most.
 */
function whileClockStands(element: HTMLAudioElement, act: () => void): void {
  const seconds = element.currentTime
  Object.defineProperty(element, 'currentTime', {
    configurable: true,
    get: () => seconds,
    set: () => undefined,
  })
  try {
    act()
  } finally {
    Reflect.deleteProperty(element, 'currentTime')
  }
}

/** Howler passes `MediaError.code`, or a sentence when it refused the source itself. */
function failureOf(error: unknown): 'not-audio' | 'damaged' | 'unreachable' {
  switch (error) {
    case MediaError.MEDIA_ERR_NETWORK:
    case MediaError.MEDIA_ERR_ABORTED:
      return 'unreachable'
    case MediaError.MEDIA_ERR_DECODE:
      return 'damaged'
    default:
      return 'not-audio'
  }
}
