import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { chapterSkipsOf } from '../db/chapter-skips.ts'
import { episodeDetails, episodeRow } from '../db/episodes.ts'
import { heardPiecesOf } from '../db/heard.ts'
import { listeningOf } from '../db/listening.ts'
import { remember } from '../db/memory.ts'
import { offsetOf } from '../db/offsets.ts'
import { speedOf } from '../db/speeds.ts'
import { personWentThere } from './left-place.ts'
import { originFound } from './other-place.ts'
import { personGoesTo, resolvedIn } from './parts-now.ts'
import { flushPosition, positionWasRead } from './position-keeper.ts'
import { resumePosition } from './resume.ts'
import { turnToPodcast } from './speeds.ts'
import { type PlayerEpisode, usePlayer, usePosition } from './store.ts'
import { engine } from './the-engine.ts'
import { chaptersOnAudio } from './timeline.ts'

/** Under which the player's episode is remembered, for the next start. */
export const heldEpisodeKey = 'player-episode'

/** Of what the player was asked to hold, the latest wish wins. */
let wish = 0
let turn = 0

/** Counts what the player held, so that an answer about what was in it can be told from one about what is. */
export function currentTurn(): number {
  return turn
}

/** The person wants what is in the player: what else they asked for before, and that is not there yet, is overtaken. */
export function stayWithHeld(): void {
  wish += 1
}

export type PlayWish = {
  /** On the audio's clock; else it goes on where the person left it, if that plays, else where the first part that plays begins. */
  atSeconds?: number
  /** The chapters to play, and no others; `null` for all. Of the episode in the player it stays as it was when it is not said. */
  only?: readonly ChapterRef[] | null
}

/**
 * Puts an episode into the player, paused, at `atSeconds` or where the person left it; its audio is opened by playing.
 * It is not when the episode is gone, when it has none of the chapters of `only`, or when another was asked for meanwhile.
 */
export async function hold(
  id: EpisodeId,
  { atSeconds, only = null }: PlayWish = {},
): Promise<'held' | 'gone' | 'no-part' | 'overtaken'> {
  wish += 1
  const mine = wish
  const { podcastSlug } = slugsOf(id)
  const [episode, listening, pieces, ownSpeed] = await Promise.all([
    readEpisode(id),
    listeningOf(id),
    heardPiecesOf(id),
    speedOf(podcastSlug),
  ])
  if (mine !== wish) return 'overtaken'
  if (episode === null) return 'gone'
  if (only !== null && resolvedIn(episode, only).found.size === 0) return 'no-part'

  turn += 1
  // First, since closing it is what tells of the last moment that was heard.
  engine.close()
  void flushPosition()
  turnToPodcast(podcastSlug, ownSpeed)
  const left = resumePosition(listening)
  positionWasRead(id, {
    positionSeconds: left,
    heardAtMs: listening?.heardAtMs ?? 0,
    sought: listening?.sought ?? listening === undefined,
    origin: originFound(listening, pieces),
  })
  usePosition.setState({ positionSeconds: atSeconds ?? left })
  usePlayer.setState({
    episode,
    status: 'paused',
    wantsToPlay: false,
    problem: null,
    durationSeconds: listening?.durationSeconds ?? episode.durationSeconds,
    origin: null,
    timing: 'unknown',
    isStream: false,
    only,
    asked: null,
    loop: null,
  })
  if (atSeconds !== undefined) {
    personGoesTo(atSeconds)
    personWentThere()
  }
  void remember(heldEpisodeKey, id)
  return 'held'
}

/** `null` when it is not stored. */
export async function readEpisode(id: EpisodeId): Promise<PlayerEpisode | null> {
  const [row, details, offsetSeconds, skips] = await Promise.all([
    episodeRow(id),
    episodeDetails(id),
    offsetOf(id),
    chapterSkipsOf(id),
  ])
  if (row === undefined) return null
  return {
    id,
    title: row.title,
    podcastTitle: row.podcastTitle,
    chapters: chaptersOnAudio(details?.chapters ?? [], offsetSeconds),
    offsetSeconds,
    skips,
    durationSeconds: row.durationSeconds,
  }
}
