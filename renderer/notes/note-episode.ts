import type { EpisodeId } from '../../shared/models/identity.ts'
import { episodeDetails, episodeRow } from '../db/episodes.ts'
import { type PlayerEpisode, usePlayer } from '../player/store.ts'
import { chaptersOnAudio, toResource } from '../player/timeline.ts'
import type { NotedEpisode } from './note-context.ts'

/** What a note keeps of its episode; `null` when the episode is neither stored nor playing. */
export async function notedEpisode(episodeId: EpisodeId): Promise<NotedEpisode | null> {
  const { episode: playing, durationSeconds: heardDuration } = usePlayer.getState()
  const isPlaying = playing?.id === episodeId
  const [row, details] = await Promise.all([episodeRow(episodeId), episodeDetails(episodeId)])
  if (row === undefined) return isPlaying ? onResource(playing, heardDuration) : null
  return {
    title: row.title,
    podcastTitle: row.podcastTitle,
    chapters: details?.chapters ?? [],
    // The audio's own length is the one that a note's time counts in, less what comes before the episode begins.
    durationSeconds: isPlaying ? lengthOf(playing, heardDuration) : row.durationSeconds,
  }
}

function onResource(playing: PlayerEpisode, heardDuration: number | null): NotedEpisode {
  const chapters = chaptersOnAudio(playing.chapters, -playing.offsetSeconds)
  return { ...playing, chapters, durationSeconds: lengthOf(playing, heardDuration) }
}

function lengthOf({ durationSeconds, offsetSeconds }: PlayerEpisode, heardDuration: number | null) {
  return heardDuration === null ? durationSeconds : toResource(heardDuration, offsetSeconds)
}
