import type { ChapterRef, ChapterSkip } from '../../shared/models/chapter-ref.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { chapterSkipsOf, keepChapterSkips } from '../db/chapter-skips.ts'
import { episodeDetails } from '../db/episodes.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { useSettings } from '../settings/store.ts'
import { notify } from '../shell/notice.ts'
import { resolveRefs } from './chapter-refs.ts'
import { chapterIndexAt } from './chapters.ts'
import { leaveOut } from './chosen-chapters.ts'
import { resolvedIn } from './parts-now.ts'
import { skippedChapters } from './skipped-chapters.ts'
import { type PlayerEpisode, usePlayer, usePosition } from './store.ts'
import { chaptersOnAudio } from './timeline.ts'

/** Says of a chapter, on the resource's clock, that it is skipped, or that it plays whatever the rules are. It can be undone for a moment. */
export async function setSkipped(episodeId: EpisodeId, chapter: ChapterRef, skip: boolean): Promise<void> {
  const [before, details] = await Promise.all([chapterSkipsOf(episodeId), episodeDetails(episodeId)])
  try {
    await keepChapterSkips(episodeId, saidOf(details?.chapters ?? [], before, chapter, skip))
  } catch {
    tellNotWritten()
    return
  }
  if (skip) noLongerAsked(episodeId, chapter)
  notify({
    text: skip ? `“${chapter.title}” is skipped.` : `“${chapter.title}” plays.`,
    action: {
      label: 'Undo',
      run: () => void keepChapterSkips(episodeId, before).catch(tellNotWritten),
    },
  })
}

/** The same for the chapter that plays: it is skipped, or, when it is already, plays. */
export async function toggleSkipOfPlaying(): Promise<void> {
  const { episode } = usePlayer.getState()
  const index =
    episode === null ? -1 : chapterIndexAt(episode.chapters, usePosition.getState().positionSeconds)
  const chapter = episode?.chapters[index]
  if (episode === null || chapter === undefined) {
    notify({ text: 'No chapter plays that could be skipped.' })
    return
  }
  const isSkipped = skippedNow(episode).has(index)
  await setSkipped(episode.id, onResource(episode, chapter), !isSkipped)
}

/** A chapter of the held episode as it is named on the resource's clock. */
export function onResource({ offsetSeconds }: PlayerEpisode, chapter: ChapterRef): ChapterRef {
  const [named = chapter] = chaptersOnAudio([chapter], -offsetSeconds)
  return { startSeconds: named.startSeconds, title: named.title }
}

function skippedNow({ chapters, skips, offsetSeconds }: PlayerEpisode) {
  return skippedChapters(chapters, chaptersOnAudio(skips, offsetSeconds), useSettings.getState().skipWords)
}

/** What was said of the others stays, also of those that the episode does not have now. */
function saidOf(
  chapters: readonly ChapterRef[],
  before: readonly ChapterSkip[],
  { startSeconds, title }: ChapterRef,
  skip: boolean,
): ChapterSkip[] {
  const { found } = resolveRefs(before, chapters)
  const [index = -1] = resolveRefs([{ startSeconds, title }], chapters).found.keys()
  const others = before.filter((said) => said !== found.get(index))
  const rules = useSettings.getState().skipWords
  const isByItself = skippedChapters(chapters, others, rules).has(index)
  return skip === isByItself ? others : [...others, { startSeconds, title, skip }]
}

/** The last word holds: what plays because the person went there, or chose it, does no longer. */
function noLongerAsked(episodeId: EpisodeId, chapter: ChapterRef): void {
  const { episode, asked } = usePlayer.getState()
  if (episode?.id !== episodeId) return
  const [index] = resolvedIn(episode, [chapter]).found.keys()
  const start = index === undefined ? undefined : episode.chapters[index]?.startSeconds
  if (asked !== null && asked[0] === start) usePlayer.setState({ asked: null })
  leaveOut(chapter)
}
