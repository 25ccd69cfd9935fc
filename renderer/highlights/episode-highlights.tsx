import type { Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { KindBadge } from '../elements/kind-badge.tsx'
import { isNoteOn } from '../notes/highlight-notes.ts'
import styles from './episode-highlights.module.css'
import { HighlightCard } from './highlight-card.tsx'
import { byKind } from './highlights-by-kind.ts'
import { kindHeadings } from './kind-words.ts'

type EpisodeHighlightsProps = {
  episodeId: EpisodeId
  highlights: readonly Highlight[]
  /** All of the episode; each stands under the highlight it is on. */
  notes: readonly Annotation[]
}

/** The highlights of one episode by kind, each with the person's notes on it. */
export function EpisodeHighlights({ episodeId, highlights, notes }: EpisodeHighlightsProps) {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>Highlights</h2>
      <ul aria-label="Highlights" className={styles.kinds}>
        {byKind(highlights, (highlight) => highlight).map(({ kind, items }) => (
          <li key={kind}>
            <h3 className={styles.kind}>
              <KindBadge kind={kind} label={kindHeadings[kind]} />
            </h3>
            <ul aria-label={kindHeadings[kind]} className={styles.cards}>
              {items.map((highlight) => (
                <HighlightCard
                  key={`${highlight.startSeconds} ${highlight.text}`}
                  episodeId={episodeId}
                  highlight={highlight}
                  notes={notes.filter((note) => isNoteOn(highlight, note))}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
