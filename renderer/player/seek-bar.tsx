import { type PointerEvent, useMemo, useState } from 'react'
import type { Chapter } from '../../shared/models/episode.ts'
import { clockText } from '../../shared/time/clock.ts'
import { barSegments } from './bar-segments.ts'
import { ChapterMarks } from './chapter-marks.tsx'
import { chapterIndexAt } from './chapters.ts'
import { NotePins } from './note-pins.tsx'
import styles from './seek-bar.module.css'
import { SeekSlider } from './seek-slider.tsx'
import { Segments } from './segments.tsx'
import { usePlayer } from './store.ts'
import { usePassedOver } from './use-passed-over.ts'

const noChapters: readonly Chapter[] = []

/**
 * The audio as a line: chapters are its segments, what was heard is tinted, notes stand on it as pins. A click or drag
 * goes to that very spot; the marks under it go to where a chapter begins.
 */
export function SeekBar() {
  const episode = usePlayer((player) => player.episode)
  const durationSeconds = usePlayer((player) => player.durationSeconds)
  const passedOver = usePassedOver()
  const [hintSeconds, setHintSeconds] = useState<number | null>(null)
  const chapters = episode?.chapters ?? noChapters
  const segments = useMemo(
    () => (durationSeconds === null ? [] : barSegments(chapters, durationSeconds)),
    [chapters, durationSeconds],
  )

  function hintAtPointer(event: PointerEvent<HTMLDivElement>): void {
    if (durationSeconds === null) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const fraction = Math.min(1, Math.max(0, (event.clientX - left) / width))
    setHintSeconds(fraction * durationSeconds)
  }

  return (
    <div className={styles.bar} data-crowded={segments.length > 40 || undefined}>
      {episode === null || durationSeconds === null ? null : (
        <NotePins
          episodeId={episode.id}
          offsetSeconds={episode.offsetSeconds}
          durationSeconds={durationSeconds}
          onHint={setHintSeconds}
        />
      )}
      <div className={styles.track} onPointerMove={hintAtPointer} onPointerLeave={() => setHintSeconds(null)}>
        <span className={styles.line}>
          <Segments segments={segments} passedOver={passedOver} />
        </span>
        <SeekSlider
          chapters={chapters}
          durationSeconds={durationSeconds}
          segments={segments}
          passedOver={passedOver}
          onHint={setHintSeconds}
        />
      </div>
      <ChapterMarks segments={segments} passedOver={passedOver} onHint={setHintSeconds} />
      {hintSeconds === null || durationSeconds === null ? null : (
        <Hint
          seconds={hintSeconds}
          durationSeconds={durationSeconds}
          chapters={chapters}
          passedOver={passedOver}
        />
      )}
    </div>
  )
}

type HintProps = {
  seconds: number
  durationSeconds: number
  chapters: readonly Chapter[]
  passedOver: ReadonlySet<number>
}

/** Says what a click would go to. The same is in the names of what can be focused. */
function Hint({ seconds, durationSeconds, chapters, passedOver }: HintProps) {
  const index = chapterIndexAt(chapters, seconds)
  const chapter = chapters[index]
  const at = `${(seconds / durationSeconds) * 100}%`
  return (
    <div className={styles.hint} aria-hidden="true" style={{ left: at, translate: `-${at} 0` }}>
      <span className={styles.hintTime}>{clockText(seconds)}</span>
      {chapter === undefined ? null : ` ${chapter.title}`}
      {passedOver.has(index) ? <span className={styles.hintSkipped}> skipped</span> : null}
    </div>
  )
}
