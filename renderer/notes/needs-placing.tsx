import { ListTree } from 'lucide-react'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { Chapter } from '../../shared/models/episode.ts'
import { clockText } from '../../shared/time/clock.ts'
import { episodeDetails } from '../db/episodes.ts'
import { useLive } from '../db/use-live.ts'
import { useOffset } from '../db/use-offset.ts'
import { Button } from '../elements/button.tsx'
import { focusNeighbour } from '../elements/focus-neighbour.ts'
import { Markdown } from '../elements/markdown.tsx'
import { Menu } from '../elements/menu.tsx'
import { usePlayer } from '../player/store.ts'
import { toAudio } from '../player/timeline.ts'
import { openEpisode } from '../shell/open.ts'
import styles from './needs-placing.module.css'
import { causesText, oldPlaceText, percent, placeText } from './placement-words.ts'
import { leaveAsItIs, placeAt, placeAtPlayingMoment, placeOnChapter } from './placing.ts'

/** Notes whose place the service took away, each with what it was made on and where it may belong. */
export function NeedsPlacing({ notes }: { notes: readonly Annotation[] }) {
  return (
    <div className={styles.scroller}>
      <p className={styles.why}>
        The service changed what these notes were made on. Nothing of them is lost: say where each belongs, or
        leave it as it is.
      </p>
      <ul aria-label="Needs placing" className={styles.list}>
        {notes.map((note) => (
          <li key={note.id} className={styles.item}>
            <Waiting note={note} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const noChapters: readonly Chapter[] = []

function Waiting({ note }: { note: Annotation }) {
  const { placement, episodeId, context, body } = note
  const offsetSeconds = useOffset(episodeId)
  const isPlaying = usePlayer(({ episode }) => episode?.id === episodeId)
  const chapters = useLive(() => episodeDetails(episodeId), [episodeId])?.chapters ?? noChapters
  if (placement === null) return null
  const { suggestion } = placement

  function act(event: { currentTarget: Element } | null, work: Promise<void>): void {
    // The next one that waits takes the focus, for whoever goes through them by keys.
    focusNeighbour(event?.currentTarget.closest('li'))
    void work
  }

  return (
    <>
      <p className={styles.episode} dir="auto">
        {context.episodeTitle} <span className={styles.podcast}>{context.podcastTitle}</span>
      </p>
      {body.trim() === '' ? (
        <p className={styles.podcast}>Marked, without words yet</p>
      ) : (
        <Markdown text={body} />
      )}
      <dl className={styles.places}>
        <dt>Made on</dt>
        <dd dir="auto">
          {oldPlaceText(placement, offsetSeconds)}
          <span className={styles.cause}>{causesText(placement)}.</span>
        </dd>
        <dt>Suggested</dt>
        <dd dir="auto">
          {suggestion === null ? (
            'Nothing in the episode is like it.'
          ) : (
            <>
              {placeText(suggestion.anchor, offsetSeconds)}
              <span className={styles.cause}>{percent(suggestion.sureness)} sure</span>
            </>
          )}
        </dd>
      </dl>
      <div className={styles.acts}>
        {suggestion === null ? null : (
          <Button tone="primary" onClick={(event) => act(event, placeAt(note, suggestion.anchor))}>
            Place it there
          </Button>
        )}
        {isPlaying ? (
          <Button onClick={(event) => act(event, placeAtPlayingMoment(note))}>
            Place at the playing moment
          </Button>
        ) : (
          <Button onClick={() => openEpisode(episodeId)}>Open the episode</Button>
        )}
        <Button tone="quiet" onClick={(event) => act(event, leaveAsItIs(note))}>
          Leave as it is
        </Button>
        {chapters.length === 0 ? null : (
          <Menu
            label="Place on a chapter"
            icon={<ListTree size={15} />}
            items={chapters.map((chapter) => ({
              label: `${clockText(toAudio(chapter.startSeconds, offsetSeconds))} ${chapter.title}`,
              run: () => void placeOnChapter(note, chapter),
            }))}
          />
        )}
      </div>
    </>
  )
}
