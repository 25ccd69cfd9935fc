import { keepSpeed, speedOf } from '../db/speeds.ts'
import { watch } from '../db/watch.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { announce } from '../shell/announce.ts'
import { boundedRate, rateText } from './rates.ts'
import { useSpeeds } from './speed-store.ts'
import { usePlayer } from './store.ts'
import { applyVoice, keepVoice } from './voice.ts'

/** The podcast in the player is this one from now on, with this speed of its own or none: it plays at it from its first moment. */
export function turnToPodcast(podcastSlug: string, own: number | null): void {
  const { general, generalBefore, podcastSlug: before } = useSpeeds.getState()
  const isSame = podcastSlug === before
  useSpeeds.setState({ podcastSlug, own, generalBefore: isSame ? generalBefore : general })
  applySpeed()
}

/** The person chose a speed: the podcast's own where it has one, else the general one. */
export function chooseSpeed(rate: number): void {
  const bounded = boundedRate(rate)
  const { podcastSlug, own } = useSpeeds.getState()
  if (podcastSlug === null || own === null) {
    useSpeeds.setState({ general: bounded })
    keepVoice({ rate: bounded })
    return
  }
  useSpeeds.setState({ own: bounded })
  applySpeed()
  void write(podcastSlug, bounded)
}

/**
 * Keeps the speed of now for the podcast in the player. The person may have just chosen it for this podcast: everything else goes
 * on at the speed it had before this podcast came.
 */
export function keepForPodcast(title: string): void {
  const { podcastSlug, generalBefore } = useSpeeds.getState()
  if (podcastSlug === null) return
  const { rate } = usePlayer.getState()
  useSpeeds.setState({ own: rate, general: generalBefore })
  keepVoice({})
  void write(podcastSlug, rate)
  announce(`Always ${rateText(rate)} for ${title}. Everything else plays at ${rateText(generalBefore)}.`)
}

/** The podcast in the player goes by the general speed again. */
export function giveUpOwnSpeed(title: string): void {
  const { podcastSlug, general } = useSpeeds.getState()
  if (podcastSlug === null) return
  useSpeeds.setState({ own: null })
  applySpeed()
  void write(podcastSlug, null)
  announce(`${title} plays at ${rateText(general)} again, as everything else.`)
}

/** Called once, when the page starts: a speed can also be brought by an archive or the second home. */
export function followSpeeds(): void {
  let stop = (): void => undefined
  useSpeeds.subscribe(({ podcastSlug }, before) => {
    if (podcastSlug === before.podcastSlug) return
    stop()
    stop = podcastSlug === null ? () => undefined : follow(podcastSlug)
  })
}

function follow(podcastSlug: string): () => void {
  return watch(
    () => speedOf(podcastSlug),
    (own) => {
      const now = useSpeeds.getState()
      if (now.podcastSlug !== podcastSlug || now.own === own || unwritten.has(podcastSlug)) return
      useSpeeds.setState({ own })
      applySpeed()
    },
  )
}

function applySpeed(): void {
  const { own, general } = useSpeeds.getState()
  applyVoice({ rate: own === null ? general : boundedRate(own) })
}

/** What is to be written yet, by podcast; what the database tells of them meanwhile is older. */
const unwritten = new Map<string, number | null>()

/** A slider tells many speeds on its way: one write at a time, and the latest holds. */
async function write(podcastSlug: string, own: number | null): Promise<void> {
  const isWriting = unwritten.has(podcastSlug)
  unwritten.set(podcastSlug, own)
  if (isWriting) return
  try {
    let written: number | null | undefined
    while (written !== unwritten.get(podcastSlug)) {
      written = unwritten.get(podcastSlug) ?? null
      await keepSpeed(podcastSlug, written)
    }
  } catch {
    tellNotWritten()
  } finally {
    unwritten.delete(podcastSlug)
  }
}
