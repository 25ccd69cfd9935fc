import { ArrowLeft, BookOpen } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { Router, useLocation } from 'wouter'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { EpisodePane } from '../episode/episode-pane.tsx'
import { Routes } from '../routes.tsx'
import { SearchField } from '../search/search-field.tsx'
import { arriveAt, isSearch, usePlaceLocation } from '../search/search-store.ts'
import { SearchView } from '../search/search-view.tsx'
import { FaultBoundary } from './fault-boundary.tsx'
import { isFocusLost } from './focus-lost.ts'
import { type FrontPane, showFront, useFrontPane } from './front-pane.ts'
import { keepLocation } from './last-location.ts'
import { type Layout, useLayout } from './layout.ts'
import { Navigation } from './navigation.tsx'
import { type Pane, usePaneWidths } from './pane-widths.ts'
import styles from './panes.module.css'
import { Separator } from './separator.tsx'
import { useShownEpisode } from './shown-episode.ts'

export function Panes() {
  const layout = useLayout()
  const front = useFrontPane((state) => state.front)
  const widths = usePaneWidths()
  const element = useRef<HTMLDivElement>(null)
  useFocusInFront(element, layout, front)
  return (
    <div
      ref={element}
      className={styles.panes}
      data-layout={layout}
      style={{ gridTemplateColumns: columnsOf(layout, widths) }}
    >
      <Navigation layout={layout} />
      {layout === 'three' ? <Separator pane="navigation" label="Width of the navigation" /> : <Line />}
      <PlacePane layout={layout} behind={layout === 'one' && front === 'episode'} />
      {layout === 'one' ? null : <Separator pane="place" label="Width of the list" />}
      <ShownEpisode layout={layout} behind={layout === 'one' && front === 'place'} />
    </div>
  )
}

/** Navigation, line, place, line, episode: as many as the layout has. */
function columnsOf(layout: Layout, widths: Readonly<Record<Pane, number>>): string {
  switch (layout) {
    case 'three':
      return `${widths.navigation}px 1px ${widths.place}px 1px minmax(0, 1fr)`
    case 'two':
      return `52px 1px min(${widths.place}px, 42vw) 1px minmax(0, 1fr)`
    case 'one':
      return '52px 1px minmax(0, 1fr)'
  }
}

/** Where there is room for one pane, the focus goes along from the one that is hidden to the one that is seen. */
function useFocusInFront(panes: RefObject<Element | null>, layout: Layout, front: FrontPane): void {
  const shown = useRef(front)
  useEffect(() => {
    const isTurned = shown.current !== front
    shown.current = front
    if (!isTurned || layout !== 'one' || !isFocusLost()) return
    const target = front === 'episode' ? 'main article' : '[data-row][aria-current=true]'
    panes.current?.querySelector<HTMLElement>(target)?.focus({ preventScroll: true })
  }, [panes, layout, front])
}

function Line() {
  return <div className={styles.line} />
}

function hashOf(place: string): string {
  return `#${place}`
}

type PaneProps = {
  layout: Layout
  /** Where there is room for one, the other stays as it is behind it: nothing is scrolled or read anew. */
  behind: boolean
}

function PlacePane({ layout, behind }: PaneProps) {
  const [location] = useLocation()
  const isSearching = isSearch(location)
  useEffect(() => {
    arriveAt(location)
    if (!isSearch(location)) keepLocation(location)
  }, [location])
  return (
    <div className={styles.place} data-behind={behind} inert={behind}>
      {layout === 'three' ? null : (
        <div className={styles.search}>
          <SearchField />
        </div>
      )}
      <FaultBoundary about={location}>
        <div className={styles.placeBodies}>
          <div className={styles.placeBody} data-behind={isSearching} inert={isSearching}>
            <Router hook={usePlaceLocation} hrefs={hashOf}>
              <Routes />
            </Router>
          </div>
          {isSearching ? (
            <div className={styles.placeBody}>
              <SearchView />
            </div>
          ) : null}
        </div>
      </FaultBoundary>
    </div>
  )
}

function ShownEpisode({ layout, behind }: PaneProps) {
  const episodeId = useShownEpisode((state) => state.episodeId)
  return (
    <main className={styles.episode} data-behind={behind} inert={behind}>
      {layout === 'one' ? (
        <div className={styles.back}>
          <Button tone="quiet" icon={<ArrowLeft size={15} />} onClick={() => showFront('place')}>
            Back to the list
          </Button>
        </div>
      ) : null}
      <FaultBoundary about={episodeId ?? ''}>
        <div className={styles.episodeBody}>
          {episodeId === null ? <NoEpisode /> : <EpisodePane episodeId={episodeId} />}
        </div>
      </FaultBoundary>
    </main>
  )
}

function NoEpisode() {
  return (
    <div className={styles.nothing}>
      <EmptyState icon={<BookOpen size={20} />} title="No episode is open">
        Choose one from the list to read its summary, chapters and highlights, and to listen.
      </EmptyState>
    </div>
  )
}
