import type { Episode } from '../../../shared/models/episode.ts'
import type { Fetcher } from '../../net/fetcher.ts'
import { assembleNameless } from '../reading/assemble-episode.ts'
import { noParts } from '../reading/episode-parts.ts'
import { collectWarnings } from '../reading/warnings.ts'
import type { Task } from './arguments.ts'
import { type Ask, createAsker } from './asker.ts'
import { differences } from './differences.ts'
import { type EpisodeReport, reportOf } from './episode-report.ts'
import { askForEpisode, askForHtml, askForMarkdown } from './episode-rows.ts'
import { askForEpisodes, askForPodcast, askForPodcastPage, askForPodcasts } from './podcast-rows.ts'
import { notTried, type RowReport, rowNames } from './row-report.ts'
import { sendTranscript, sendTranscriptionRequest, transcriptRowsNotTried } from './transcript-rows.ts'

export type ServiceCheck = {
  /** By the first road that leads there, as the app reads it: A4, K2, K1. Empty when none does. */
  episode: EpisodeReport
  understood: boolean
  rows: RowReport[]
}

type ServiceTask = Extract<Task, { kind: 'service' }>
type Roads = { rows: RowReport[]; episodes: { row: string; episode: Episode }[] }

const unknownEpisode = 'No episode is known. Name one as PODCAST/EPISODE.'

/** One row after another, so that a service's log can be followed. */
export async function checkService(
  task: ServiceTask,
  fetcher: Pick<Fetcher, 'request'>,
): Promise<ServiceCheck> {
  const ask = createAsker(fetcher)
  const { base, address } = task
  const podcastSlug = address.podcastSlug
  const list = await askForEpisodes(ask, base, podcastSlug)
  const page = await askForPodcastPage(ask, base, podcastSlug)
  const podcast = await askForPodcast(ask, base, podcastSlug)
  const podcasts = await askForPodcasts(ask, base)
  const newest = list.value?.[0] ?? page.value?.[0] ?? null
  const slug = address.kind === 'episode' ? address.episodeSlug : newest
  const { rows, episodes } =
    slug === null ? withoutEpisode() : await episodeRows(ask, task, { podcastSlug, slug })
  const [best] = episodes
  return {
    episode: best === undefined ? noEpisode(podcastSlug, slug) : reportOf(best.episode, best.episode),
    understood: best !== undefined,
    rows: [list, page, podcast, podcasts]
      .map(({ report }) => report)
      .concat(withDifferences(rows, episodes))
      .sort((a, b) => rowNames.indexOf(a.row) - rowNames.indexOf(b.row)),
  }
}

function noEpisode(podcastSlug: string, slug: string | null): EpisodeReport {
  const warnings = collectWarnings()
  warnings.add('episode', slug === null ? unknownEpisode : 'None of A4, K2 and K1 gave an episode; see rows.')
  return reportOf({ podcastSlug, slug }, assembleNameless(noParts, warnings))
}

function withoutEpisode(): Roads {
  return {
    rows: [
      ...(['A4', 'K1', 'K2'] as const).map((row) => notTried(row, unknownEpisode)),
      ...transcriptRowsNotTried(),
    ],
    episodes: [],
  }
}

async function episodeRows(
  ask: Ask,
  { base, send, audioUrl }: ServiceTask,
  identity: { podcastSlug: string; slug: string },
): Promise<Roads> {
  const asked = [
    await askForEpisode(ask, base, identity),
    await askForMarkdown(ask, base, identity),
    await askForHtml(ask, base, identity),
  ]
  const episodes = asked.flatMap(({ report, value }) =>
    value === null ? [] : [{ row: report.row, episode: value }],
  )
  const rows = asked.map(({ report }) => report)
  if (!send) return { rows: [...rows, ...transcriptRowsNotTried()], episodes }
  const request = await sendTranscriptionRequest(ask, base, identity)
  const audio =
    audioUrl ?? addressOf(episodes.map(({ episode }) => episode).find((episode) => episode.audio !== null))
  const transcript = audio === null ? withoutAudio() : await sendTranscript(ask, base, audio)
  return { rows: [...rows, request, ...transcript], episodes }
}

function addressOf(episode: Episode | undefined): string | null {
  return episode?.audio?.kind === 'remote' ? episode.audio.url : null
}

function withoutAudio(): RowReport[] {
  const why = 'The episode names no audio address; give one with --audio URL.'
  return [notTried('K4', why), notTried('K5', why)]
}

/** Says at each road but the first in what it differs from the first. */
function withDifferences(rows: readonly RowReport[], episodes: Roads['episodes']): RowReport[] {
  const [best, ...others] = episodes
  if (best === undefined) return [...rows]
  return rows.map((report) => {
    const other = others.find(({ row }) => row === report.row)
    const names = other === undefined ? [] : differences(best.episode, other.episode)
    if (names.length === 0) return report
    return { ...report, note: `Differs from ${best.row} in ${names.join(', ')}. ${report.note}`.trim() }
  })
}
