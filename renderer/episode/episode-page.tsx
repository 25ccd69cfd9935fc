import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Problem } from '../../shared/result.ts'
import { annotationsOf } from '../db/annotations.ts'
import { draftsOf } from '../db/drafts.ts'
import type { EpisodeDetailsRow, EpisodeRow } from '../db/rows.ts'
import { useLive } from '../db/use-live.ts'
import { startDownload } from '../downloads/actions.ts'
import { Markdown } from '../elements/markdown.tsx'
import { EpisodeHighlights } from '../highlights/episode-highlights.tsx'
import { EditorDock } from '../notes/editor-dock.tsx'
import type { OpenEditor } from '../notes/editor-store.ts'
import { EpisodeNotes } from '../notes/episode-notes.tsx'
import { isNoteOn, writesOn } from '../notes/highlight-notes.ts'
import { playEpisode } from '../player/actions.ts'
import { ChapterList } from '../player/chapter-list.tsx'
import { ChapterShift } from '../player/chapter-shift.tsx'
import { usePlayer } from '../player/store.ts'
import { isFocusLost } from '../shell/focus-lost.ts'
import { useFrontPane } from '../shell/front-pane.ts'
import { layoutNow } from '../shell/layout.ts'
import { SkimButton } from '../skim/skim-button.tsx'
import { useSkim } from '../skim/skim-store.ts'
import { SkimView } from '../skim/skim-view.tsx'
import { AudioTrouble } from './audio-trouble.tsx'
import { EpisodeActions } from './episode-actions.tsx'
import { EpisodeFooter } from './episode-footer.tsx'
import { EpisodeHeader } from './episode-header.tsx'
import styles from './episode-page.module.css'
import { EpisodeStatus } from './episode-status.tsx'
import { HeardShare } from './heard-share.tsx'
import { NextUnheardButton } from './next-unheard-button.tsx'
import { TimingNote } from './timing-note.tsx'

type EpisodePageProps = { row: EpisodeRow; details: EpisodeDetailsRow | null }

export function EpisodePage({ row, details }: EpisodePageProps) {
  const titleId = useId()
  const article = useRef<HTMLElement>(null)
  const { id } = row
  const notes = useLive(() => annotationsOf(id), [id])
  const drafts = useLive(() => draftsOf(id), [id])
  const [downloadProblem, setDownloadProblem] = useState<Problem | null>(null)
  const [isFindingAudio, setFindingAudio] = useState(false)
  const playerProblem = usePlayer(({ episode, problem }) => (episode?.id === id ? problem : null))
  const heardSeconds = usePlayer(({ episode, durationSeconds }) =>
    episode?.id === id ? durationSeconds : null,
  )
  const isSkimmed = useSkim(({ episodeId }) => episodeId === id)
  const durationSeconds = heardSeconds ?? row.durationSeconds
  const highlights = details?.highlights
  const notesApart = useMemo(
    () => (notes ?? []).filter((note) => !highlights?.some((highlight) => isNoteOn(highlight, note))),
    [notes, highlights],
  )

  // Opened over the list, it takes the focus from the row that is hidden now.
  useEffect(() => {
    const isOver = layoutNow() === 'one' && useFrontPane.getState().front === 'episode'
    if (isOver && isFocusLost()) article.current?.focus({ preventScroll: true })
  }, [])

  async function download(): Promise<void> {
    setFindingAudio(true)
    const started = await startDownload(id, row.title).finally(() => setFindingAudio(false))
    setDownloadProblem(started.ok ? null : started.problem)
  }

  function hasPlace(editor: OpenEditor): boolean {
    if (editor.session.isNew) return highlights?.some((highlight) => writesOn(editor, id, highlight)) ?? false
    return notes?.some((note) => note.id === editor.session.noteId) ?? true
  }

  return (
    <div className={styles.pane}>
      <article ref={article} tabIndex={-1} className={styles.scroller} aria-labelledby={titleId}>
        <div className={styles.page}>
          <EpisodeHeader row={row} details={details} titleId={titleId} />
          <EpisodeActions row={row} isFindingAudio={isFindingAudio} onDownload={() => void download()} />
          <EpisodeStatus episodeId={id} />
          <AudioTrouble
            episodeId={id}
            problem={playerProblem ?? downloadProblem}
            onTryAgain={() => void (playerProblem === null ? download() : playEpisode(id))}
            onSolved={() => setDownloadProblem(null)}
          />
          {details === null || details.summary === '' ? null : (
            <Markdown text={details.summary} className={styles.summary} />
          )}
          {details === null || details.chapters.length === 0 ? null : (
            <section className={styles.section}>
              <div className={styles.headingLine}>
                <h2 className={styles.heading}>
                  Chapters <HeardShare episodeId={id} durationSeconds={durationSeconds} />
                </h2>
                <span className={styles.headingActs}>
                  <SkimButton episodeId={id} />
                  <NextUnheardButton episodeId={id} durationSeconds={durationSeconds} />
                </span>
              </div>
              <TimingNote episodeId={id} onDownload={() => void download()} />
              <ChapterShift episodeId={id} chapters={details.chapters} statedSeconds={row.durationSeconds} />
              {isSkimmed ? (
                <SkimView episodeId={id} chapters={details.chapters} durationSeconds={durationSeconds} />
              ) : (
                <ChapterList episodeId={id} chapters={details.chapters} durationSeconds={durationSeconds} />
              )}
            </section>
          )}
          {details === null || details.highlights.length === 0 ? null : (
            <EpisodeHighlights episodeId={id} highlights={details.highlights} notes={notes ?? []} />
          )}
          {notes === undefined || drafts === undefined ? null : (
            <EpisodeNotes notes={notesApart} drafts={drafts} />
          )}
          <EpisodeFooter row={row} details={details} />
        </div>
      </article>
      <EditorDock episodeId={id} hasPlace={hasPlace} />
    </div>
  )
}
