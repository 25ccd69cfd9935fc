import { FlaskConical, NotebookPen, Play } from 'lucide-react'
import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import type { EpisodeRow } from '../../db/rows.ts'
import { Button } from '../../elements/button.tsx'
import { IconButton } from '../../elements/icon-button.tsx'
import { PlayTimeButton } from '../../notes/play-time-button.tsx'
import { StarButton } from '../../notes/star-button.tsx'
import { playEpisode } from '../../player/actions.ts'
import { trackHighlight } from '../../tracker/track.ts'
import styles from './lane-list.module.css'
import { starHighlight, unstarHighlight } from './star-highlight.ts'

type CardFootProps = {
  row: EpisodeRow
  highlight: Highlight
  notes: readonly Annotation[]
  /** Of the element that holds its words. */
  textId: string
  tabIndex: 0 | -1
  isOpen: boolean
  onToggle: () => void
  onAnnotate: () => void
}

/** What can be done with a highlight where it is listed, and the first words of what was written on it. */
export function CardFoot(props: CardFootProps) {
  const { row, highlight, notes, textId, tabIndex, isOpen, onToggle, onAnnotate } = props
  const act = { tone: 'quiet', className: styles.act, tabIndex, 'aria-describedby': textId } as const
  const isTried = notes.some(({ tracking }) => tracking !== null)
  return (
    <div className={styles.foot}>
      {highlight.startSeconds === undefined ? (
        <IconButton
          label={`Play ${row.title}`}
          title="Play the episode: the service does not say when this is said"
          icon={<Play size={14} />}
          size="small"
          tabIndex={tabIndex}
          onClick={() => void playEpisode(row.id)}
        />
      ) : (
        <PlayTimeButton episodeId={row.id} seconds={highlight.startSeconds} tabIndex={tabIndex} />
      )}
      <StarButton
        label="Star this highlight"
        starred={notes.some((note) => note.starred)}
        tabIndex={tabIndex}
        onChange={(starred) =>
          void (starred ? starHighlight(row.id, highlight, notes) : unstarHighlight(notes))
        }
      />
      {highlight.kind !== 'practical-takeaway' || isTried ? null : (
        <Button
          {...act}
          icon={<FlaskConical size={13} />}
          onClick={() => void trackHighlight(row.id, highlight, notes)}
        >
          To try
        </Button>
      )}
      {notes.length === 0 ? (
        <Button {...act} icon={<NotebookPen size={13} />} onClick={onAnnotate}>
          Annotate
        </Button>
      ) : (
        <Button {...act} icon={<NotebookPen size={13} />} aria-expanded={isOpen} onClick={onToggle}>
          {notes.length === 1 ? '1 note' : `${notes.length} notes`}
        </Button>
      )}
      {isOpen ? null : <FirstWords notes={notes} />}
    </div>
  )
}

/** What the first note says, so that a card need not be opened for it. */
function FirstWords({ notes }: { notes: readonly Annotation[] }) {
  const words = notes.find(({ body }) => body.trim() !== '')?.body.slice(0, 200)
  if (words === undefined) return null
  return (
    <span className={styles.words} dir="auto" aria-hidden="true">
      {words.replace(/[*_`#>[\]]/g, '').replace(/\s+/g, ' ')}
    </span>
  )
}
