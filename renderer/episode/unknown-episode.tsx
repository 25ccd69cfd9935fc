import { useId } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { isElsewhere } from '../../shared/models/elsewhere.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { annotationsOf } from '../db/annotations.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { EditorDock } from '../notes/editor-dock.tsx'
import { EpisodeNotes } from '../notes/episode-notes.tsx'
import { goTo } from '../shell/open.ts'
import header from './episode-header.module.css'
import page from './episode-page.module.css'
import styles from './episode-pane.module.css'

/** An episode of which the library knows nothing but the person's notes, if there are any. */
export function UnknownEpisode({ episodeId }: { episodeId: EpisodeId }) {
  const notes = useLive(() => annotationsOf(episodeId), [episodeId])
  if (notes === undefined) return null
  const [first] = notes
  return first === undefined ? <Missing /> : <NotesAlone episodeId={episodeId} notes={notes} first={first} />
}

function Missing() {
  return (
    <div className={styles.missing}>
      <EmptyState
        title="This episode is not in the library"
        action={<Button onClick={() => goTo('library')}>Go to the library</Button>}
      >
        Its podcast may have been removed. Add it again with Add podcast, and the episode comes back.
      </EmptyState>
    </div>
  )
}

type NotesAloneProps = { episodeId: EpisodeId; notes: readonly Annotation[]; first: Annotation }

function NotesAlone({ episodeId, notes, first }: NotesAloneProps) {
  const titleId = useId()
  const { episodeTitle, podcastTitle } = first.context
  return (
    <div className={page.pane}>
      <article tabIndex={-1} className={page.scroller} aria-labelledby={titleId}>
        <div className={page.page}>
          <header className={header.header}>
            <h1 id={titleId} className={header.title} dir="auto">
              {episodeTitle === '' ? 'An episode without a title' : episodeTitle}
            </h1>
            {podcastTitle === '' ? null : (
              <p className={header.meta} dir="auto">
                {podcastTitle}
              </p>
            )}
          </header>
          <p className={header.processing}>
            {isElsewhere(episodeId)
              ? 'This episode is not in your library, so it cannot be played here. Your imported notes are kept. Add its podcast: once the episode comes, they move to it by themselves.'
              : 'This episode is not in your library. Your notes on it are kept. Add its podcast again, and the episode comes back.'}
          </p>
          <EpisodeNotes notes={notes} drafts={[]} />
        </div>
      </article>
      <EditorDock episodeId={episodeId} hasPlace={() => true} />
    </div>
  )
}
