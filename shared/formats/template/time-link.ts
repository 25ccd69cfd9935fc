import { clockText } from '../../time/clock.ts'
import { episodeLink } from '../deep-link.ts'
import { link } from '../markdown-text.ts'
import { atTime } from '../media-fragment.ts'
import type { NotedEpisode } from '../noted-episode.ts'

/** To the audio on the web, which every reader can play; else into Earmark. */
export function timeLink(
  { episode, audioUrl }: NotedEpisode,
  startSeconds: number,
  endSeconds: number | null = null,
): string {
  const address =
    audioUrl === null
      ? episodeLink(episode.id, startSeconds)
      : atTime(audioUrl, startSeconds, endSeconds ?? undefined)
  const end = endSeconds === null ? '' : `–${clockText(endSeconds)}`
  return link(`${clockText(startSeconds)}${end}`, address)
}
