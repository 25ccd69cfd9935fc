import { Copy, FileDown, ListFilter, SearchX, Tags } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { stateWords } from '../../shared/formats/note-words.ts'
import { kindOfLane } from '../../shared/models/highlight-lane.ts'
import type { Tracking } from '../../shared/models/tracking.ts'
import { useTopicNames } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { ExportProgress } from '../exports/export-progress.tsx'
import { useExports } from '../exports/store.ts'
import { kindHeadings } from '../highlights/kind-words.ts'
import { LaneList } from '../highlights/lanes/lane-list.tsx'
import { EpisodeList } from '../library/episode-list.tsx'
import { showTopics } from '../library/filter-store.ts'
import { goTo } from '../shell/open.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { copyDossier, exportDossier } from './dossier-acts.ts'
import { DossierNotesList } from './dossier-notes-list.tsx'
import { DossierParts } from './dossier-parts.tsx'
import { useDossierChoice } from './dossier-store.ts'
import styles from './dossier-view.module.css'
import { topicInAddress } from './open-dossier.ts'
import { TimeLine } from './time-line.tsx'
import { type Dossier, useDossier } from './use-dossier.ts'

/** Everything on the topic that the address names. */
export function DossierView() {
  useLocation()
  const topic = useTopicNames().shownOf(topicInAddress(window.location.hash))
  return <DossierOf key={topic} topic={topic} />
}

function DossierOf({ topic }: { topic: string }) {
  const { part, span } = useDossierChoice()
  const lane = part.kind === 'lane' ? part.lane : 'practical-takeaway'
  const dossier = useDossier(topic, lane, span)
  // Another topic's span means nothing here.
  useEffect(() => () => useDossierChoice.setState({ span: null }), [])
  return (
    <section className={styles.view} aria-label="Topic dossier">
      <header className={styles.header}>
        <div className={styles.line}>
          <h2 className={styles.title} dir="auto" title={topic}>
            {topic}
          </h2>
          <Acts topic={topic} isEmpty={dossier === null || dossier.total === 0} />
        </div>
        {dossier === null || dossier.total === 0 ? null : (
          <>
            <p className={styles.about}>{aboutText(dossier)}</p>
            <TimeLine
              rows={dossier.rows}
              dates={dossier.dates}
              span={span}
              onChooseSpan={(chosen) => useDossierChoice.setState({ span: chosen })}
            />
            <DossierParts dossier={dossier} />
          </>
        )}
      </header>
      <div className={styles.progress}>
        <ExportProgress targets={['topic-dossier']} />
      </div>
      <Body topic={topic} dossier={dossier} />
    </section>
  )
}

function Acts({ topic, isEmpty }: { topic: string; isEmpty: boolean }) {
  const [isCopying, setCopying] = useState(false)
  const work = useExports((state) => state.work)
  const isExporting = work.kind === 'exporting' && work.target === 'topic-dossier'

  function copy(): void {
    if (isCopying || isEmpty) return
    setCopying(true)
    void copyDossier(topic).finally(() => setCopying(false))
  }

  return (
    <div className={styles.acts}>
      <Button
        tone="quiet"
        icon={<FileDown size={14} />}
        busy={isExporting}
        aria-disabled={isEmpty || work.kind !== 'nothing'}
        title="Write everything on this topic into one file of Markdown"
        onClick={() => isEmpty || work.kind !== 'nothing' || void exportDossier(topic)}
      >
        Export…
      </Button>
      <Button
        tone="quiet"
        icon={<Copy size={14} />}
        busy={isCopying}
        aria-disabled={isEmpty}
        title="Copy everything on this topic as Markdown"
        onClick={copy}
      >
        Copy
      </Button>
      <Button
        tone="quiet"
        icon={<ListFilter size={14} />}
        title="Show the episodes with this topic in the library"
        onClick={() => {
          showTopics([topic])
          goTo('library')
        }}
      >
        Library
      </Button>
    </div>
  )
}

function Body({ topic, dossier }: { topic: string; dossier: Dossier | null }) {
  const { part, span } = useDossierChoice()
  const shownEpisodeId = useShownEpisode((state) => state.episodeId)
  if (dossier === null) return <div className={styles.waiting} aria-busy="true" />
  if (dossier.total === 0) {
    return (
      <EmptyState
        icon={<Tags size={20} />}
        title="No episode has this topic"
        action={<Button onClick={() => goTo('topics')}>All topics</Button>}
      >
        Its episodes may have been taken out, or the service calls it something else by now.
      </EmptyState>
    )
  }
  const positionKey = `dossier ${JSON.stringify([topic, part, span])}`
  switch (part.kind) {
    case 'lane': {
      const { items } = dossier.lanes
      const name = kindHeadings[kindOfLane(items.lane) ?? 'other']
      return items.length === 0 ? (
        <EmptyState icon={<SearchX size={20} />} title={`${name}: none on this topic`}>
          {span === null ? 'The other parts of the dossier may have some.' : 'Not from these days.'}
        </EmptyState>
      ) : (
        <LaneList key={positionKey} items={items} name={name} positionKey={positionKey} opens="noted" />
      )
    }
    case 'questions':
      return (
        <DossierNotesList
          name="Open questions"
          notes={dossier.notes.questions}
          empty="A note on one of these episodes whose colour says Question stands here until you find the answer."
        />
      )
    case 'notes':
      return (
        <DossierNotesList
          name="Notes on it"
          notes={dossier.notes.about}
          empty="Notes that have this topic as a tag, or stand in a chapter about it, are listed here."
        />
      )
    case 'episodes':
      return (
        <EpisodeList
          key={positionKey}
          rows={dossier.rows}
          shownEpisodeId={shownEpisodeId}
          positionKey={positionKey}
        />
      )
  }
}

/** "12 episodes. Of your takeaways: to try 2, worked 1." */
function aboutText({ total, rows, notes }: Dossier): string {
  const all = total === 1 ? '1 episode' : `${total.toLocaleString('en')} episodes`
  const episodes = rows.length === total ? all : `${rows.length.toLocaleString('en')} of ${all}`
  const states = Array.from(notes.tracked, ([state, count]) => stateText(state, count))
  return states.length === 0 ? episodes : `${episodes} · ${states.join(' · ')}`
}

function stateText(state: Tracking['state'], count: number): string {
  return `${stateWords[state]} ${count.toLocaleString('en')}`
}
