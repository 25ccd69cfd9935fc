import type { Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import { annotationsOf } from '../db/annotations.ts'
import { useLive } from '../db/use-live.ts'
import { plainLine } from '../notes/first-words.ts'
import { playEpisode } from './playing.ts'
import styles from './seek-bar.module.css'
import { toAudio } from './timeline.ts'

type NotePinsProps = {
  episodeId: EpisodeId
  offsetSeconds: number
  durationSeconds: number
  onHint: (seconds: number | null) => void
}

/** The notes on this episode, each where its moment is. A click plays from there. */
export function NotePins({ episodeId, offsetSeconds, durationSeconds, onHint }: NotePinsProps) {
  const notes = useLive(() => annotationsOf(episodeId), [episodeId])
  const pins = (notes ?? []).flatMap((note) => {
    const { startSeconds } = note.anchor
    if (note.episodeId !== episodeId || startSeconds === undefined) return []
    const seconds = toAudio(startSeconds, offsetSeconds)
    if (seconds > durationSeconds) return []
    return [{ note, seconds }]
  })
  if (pins.length === 0) return null
  return (
    <ul aria-label="Pins on the seek bar" className={styles.pins}>
      {pins.map(({ note, seconds }) => (
        <li
          key={note.id}
          className={styles.pinPlace}
          style={{ left: `${(seconds / durationSeconds) * 100}%` }}
        >
          <button
            type="button"
            className={styles.pin}
            aria-label={`Note at ${clockText(seconds)}${wordsAfter(note)}`}
            title={note.body.trim() === '' ? 'Mark' : note.body.slice(0, 200)}
            onClick={() => void playEpisode(episodeId, { atSeconds: seconds })}
            onPointerEnter={() => onHint(seconds)}
            onPointerLeave={() => onHint(null)}
            onFocus={() => onHint(seconds)}
            onBlur={() => onHint(null)}
          />
        </li>
      ))}
    </ul>
  )
}

function wordsAfter({ body }: Annotation): string {
  const line = plainLine(body.trim().split('\n', 1)[0] ?? '', 200)
  if (line === '') return ''
  return line.length > 60 ? `: ${line.slice(0, 59)}…` : `: ${line}`
}
