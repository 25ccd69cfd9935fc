import { ListPlus, Play, SearchX } from 'lucide-react'
import { useState } from 'react'
import type { QueueWish } from '../db/queue.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { aboutText, type ChapterQuery } from './chapter-query.ts'
import { chosenOf, type LeftOut, wishesOf } from './choice.ts'
import type { ChapterSearch } from './find-chapters.ts'
import styles from './found-chapters.module.css'
import { FoundList } from './found-list.tsx'
import { addChosen, playChosen } from './play-chosen.ts'
import { chosenText, searchText } from './search-words.ts'
import { useChapterSearch } from './use-chapter-search.ts'

/** The chapters that are about something, to be played one after another. Closing it ends the search. */
export function FoundChaptersDialog({ query }: { query: ChapterQuery }) {
  const search = useChapterSearch(query)
  const [leftOut, setLeftOut] = useState<LeftOut>(new Set())
  const chosen = chosenOf(search?.found ?? [], leftOut)

  function act(run: (wishes: readonly QueueWish[]) => Promise<void>): void {
    closeDialog()
    void run(wishesOf(chosen))
  }

  return (
    <Dialog
      title={`Chapters about ${aboutText(query)}`}
      width="wide"
      onClose={closeDialog}
      footer={
        <>
          <span className={styles.chosen}>{chosenText(chosen)}</span>
          <Button icon={<ListPlus size={15} />} disabled={chosen.length === 0} onClick={() => act(addChosen)}>
            Add to Up next
          </Button>
          <Button
            tone="primary"
            icon={<Play size={15} />}
            disabled={chosen.length === 0}
            onClick={() => act(playChosen)}
          >
            Play
          </Button>
        </>
      }
    >
      <div className={styles.found}>
        <Standing search={search} />
        {search?.state === 'done' && search.found.length === 0 ? (
          <EmptyState icon={<SearchX size={20} />} title="No chapter is about it">
            {aboutText(query)} stands in no title and no description of a chapter
            {search.total === 1
              ? ' of that episode.'
              : ` of those ${search.total.toLocaleString('en')} episodes.`}
          </EmptyState>
        ) : (
          <FoundList found={search?.found ?? []} leftOut={leftOut} onChoose={setLeftOut} />
        )}
      </div>
    </Dialog>
  )
}

function Standing({ search }: { search: ChapterSearch | null }) {
  const isLooking = search === null || search.state === 'looking'
  const share = search === null || search.total === 0 ? 'waiting' : search.looked / search.total
  return (
    <div className={styles.standing}>
      <p role="status" className={styles.status}>
        {search === null ? 'Reading the library…' : searchText(search)}
      </p>
      <div className={styles.progress}>
        {isLooking ? <ProgressBar label="Looking through chapters" value={share} /> : null}
      </div>
    </div>
  )
}
