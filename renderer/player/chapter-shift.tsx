import { TriangleAlert } from 'lucide-react'
import type { Chapter } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { useListening } from '../db/use-listening.ts'
import { useOffset } from '../db/use-offset.ts'
import { Button } from '../elements/button.tsx'
import styles from './chapter-shift.module.css'
import { chapterStartsNow, resetOffset } from './shift-chapters.ts'
import { lengthsDiffer, lengthsText, offsetText } from './shift-words.ts'
import { usePlayer, usePosition } from './store.ts'
import { nearestChapter } from './timeline.ts'

type ChapterShiftProps = {
  episodeId: EpisodeId
  /** On the resource's clock. */
  chapters: readonly Chapter[]
  /** How long the episode is, as the service says. */
  statedSeconds: number | null
}

/** Warns that the chapters may not fit the audio, and lets the person shift them until they do. */
export function ChapterShift({ episodeId, chapters, statedSeconds }: ChapterShiftProps) {
  const offsetSeconds = useOffset(episodeId)
  const isHeld = usePlayer(({ episode }) => episode?.id === episodeId)
  const heldSeconds = usePlayer((player) => (isHeld ? player.durationSeconds : null))
  const keptSeconds = useListening(episodeId)?.durationSeconds ?? null
  // Of a stream that does not tell where its moments are, the length is a guess of the element's too.
  const isGuess = usePlayer(
    ({ timing, isStream }) => timing === 'estimated' || (isStream && timing === 'unknown'),
  )
  const audioSeconds = heldSeconds ?? keptSeconds
  const differ = !(isHeld && isGuess) && lengthsDiffer(audioSeconds, statedSeconds)
  if (!differ && offsetSeconds === 0) return null

  return (
    <section
      aria-label="Chapter times"
      className={styles.shift}
      data-settled={offsetSeconds !== 0 || undefined}
    >
      <p className={styles.sentence}>
        {offsetSeconds === 0 ? <TriangleAlert size={16} aria-hidden="true" /> : null}
        <span>
          {offsetSeconds === 0
            ? lengthsText(audioSeconds ?? 0, statedSeconds ?? 0, isHeld)
            : offsetText(offsetSeconds)}
        </span>
      </p>
      <div className={styles.acts}>
        {isHeld ? (
          <StartsNow episodeId={episodeId} chapters={chapters} offsetSeconds={offsetSeconds} />
        ) : null}
        {offsetSeconds === 0 ? null : (
          <Button tone="quiet" onClick={() => void resetOffset(episodeId)}>
            Reset
          </Button>
        )}
      </div>
    </section>
  )
}

type StartsNowProps = Pick<ChapterShiftProps, 'episodeId' | 'chapters'> & { offsetSeconds: number }

/** For the chapter that begins nearest to where the player is. */
function StartsNow({ episodeId, chapters, offsetSeconds }: StartsNowProps) {
  // The chapter itself, so that a tick of the clock draws nothing anew.
  const chapter = usePosition(({ positionSeconds }) =>
    nearestChapter(chapters, positionSeconds, offsetSeconds),
  )
  if (chapter === null) return null
  return (
    <Button
      className={styles.now}
      title="Press it when you hear this chapter begin (Shift+C)"
      onClick={() => void chapterStartsNow(episodeId, chapter)}
    >
      <span className={styles.title}>“{chapter.title}”</span> starts now
    </Button>
  )
}
