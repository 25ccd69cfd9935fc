import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import { announce } from '../shell/announce.ts'
import { resolveRefs } from './chapter-refs.ts'
import { chapterIndexAt } from './chapters.ts'
import { entryAt, type PlayedParts, partsOf, playsAt, stretchOf } from './played-parts.ts'
import { type PlayerEpisode, type PlayerState, usePlayer } from './store.ts'
import { chaptersOnAudio } from './timeline.ts'

type Held = Pick<PlayerState, 'episode' | 'only' | 'asked' | 'loop'>

let latest: { of: Held; parts: PlayedParts } | null = null

/** What plays of the episode in the player. */
export function partsNow(): PlayedParts {
  const held = usePlayer.getState()
  if (latest === null || !isSame(latest.of, held)) latest = { of: held, parts: partsOfHeld(held) }
  return latest.parts
}

/** Before a person's own jump: what they go to plays, although it would not, and what is repeated is left with it. */
export function personGoesTo(seconds: number): void {
  const { episode } = usePlayer.getState()
  if (episode === null) return
  const { parts, loop } = partsNow()
  if (loop !== null && !playsAt([loop], seconds)) {
    usePlayer.setState({ loop: null })
    announce('The chapter is no longer repeated.')
  }
  const index = chapterIndexAt(episode.chapters, seconds)
  usePlayer.setState({ asked: playsAt(parts, seconds) ? null : stretchOf(episode.chapters, index) })
}

/** Where playing goes on from a moment; `null` when nothing of the episode plays. */
export function entryFrom(seconds: number): number | null {
  return entryAt(partsNow(), seconds)
}

/** By their places, the chapters that are meant, and what is none of them any more. */
export function resolvedIn(episode: PlayerEpisode, refs: readonly ChapterRef[]) {
  return resolveRefs(chaptersOnAudio(refs, episode.offsetSeconds), episode.chapters)
}

function isSame(one: Held, other: Held): boolean {
  return (
    one.episode === other.episode &&
    one.only === other.only &&
    one.asked === other.asked &&
    one.loop === other.loop
  )
}

function partsOfHeld({ episode, only, asked, loop }: Held): PlayedParts {
  if (episode === null) return { parts: [], asked: null, loop: null }
  const chosen = only === null ? null : resolvedIn(episode, only).found
  const [looped] = loop === null ? [] : resolvedIn(episode, [loop]).found.keys()
  return {
    parts: partsOf(episode.chapters, (index) => chosen?.has(index) ?? true),
    asked,
    loop: looped === undefined ? null : stretchOf(episode.chapters, looped),
  }
}
