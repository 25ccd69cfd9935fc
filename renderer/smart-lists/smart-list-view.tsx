import { ListFilter, Play, SearchX } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { EpisodeList as Episodes } from '../db/library.ts'
import { listPodcasts } from '../db/podcasts.ts'
import type { SmartListRow } from '../db/rows.ts'
import { smartListById } from '../db/smart-lists.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import view from '../elements/view.module.css'
import { EpisodeList } from '../library/episode-list.tsx'
import { useFocusKept } from '../library/use-focus-kept.ts'
import { useNarrowed } from '../library/use-narrowed.ts'
import { filterTokens } from '../narrowing/filter-words.ts'
import { goTo } from '../shell/open.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { editList, mostQueued, playList } from './list-acts.ts'
import { ListMenu } from './list-menu.tsx'
import styles from './smart-list-view.module.css'

/** `null` while it is being looked for. */
export function SmartListView({ id }: { id: string }) {
  const found = useLive(async () => (await smartListById(id)) ?? 'gone', [id])
  if (found === undefined) return <div aria-busy="true" />
  if (found === 'gone') {
    return (
      <EmptyState
        icon={<ListFilter size={20} />}
        title="This list is not there any more"
        action={<Button onClick={() => goTo('library')}>Library</Button>}
      >
        It was deleted here or on another computer. Its episodes are in the library.
      </EmptyState>
    )
  }
  return <ListOf key={id} list={found} />
}

function ListOf({ list }: { list: SmartListRow }) {
  const shownEpisodeId = useShownEpisode((state) => state.episodeId)
  const filtered = useNarrowed({ podcastSlug: null, topics: noTopics, matching: 'all', query: list.query })
  const rows = filtered?.rows ?? null
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  return (
    <section ref={section} className={view.whole} aria-label={`Smart list ${list.name}`}>
      <header className={view.header}>
        <div className={view.line}>
          <h2 className={styles.title} dir="auto" title={list.name}>
            {list.name}
          </h2>
          <span className={styles.total}>{rows === null ? '' : countText(rows.length)}</span>
          <ListMenu list={list} />
        </div>
        <Meaning query={list.query} />
        {rows === null || rows.length === 0 ? null : <Plays rows={rows} />}
      </header>
      {rows === null ? (
        <div aria-busy="true" />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<SearchX size={20} />}
          title="No episode fits now"
          action={<Button onClick={() => editList(list)}>Edit filters</Button>}
        >
          Episodes come here by themselves once they fit.
        </EmptyState>
      ) : (
        <EpisodeList
          key={list.query}
          positionKey={`smart list ${list.id}`}
          rows={rows}
          shownEpisodeId={shownEpisodeId}
        />
      )}
    </section>
  )
}

const noTopics: readonly string[] = []

function Plays({ rows }: { rows: Episodes }) {
  const limit = rows.length > mostQueued ? `The first ${mostQueued} of them` : 'All of them'
  return (
    <div className={styles.plays}>
      <Button
        icon={<Play size={13} />}
        title={`${limit}, to the front of Up next`}
        onClick={() => void playList(rows, 'newest')}
      >
        Play newest first
      </Button>
      <Button
        icon={<Play size={13} />}
        title={`${limit}, to the front of Up next`}
        onClick={() => void playList(rows, 'oldest')}
      >
        Oldest first
      </Button>
      {rows.length > mostQueued ? <span className={styles.limit}>Up to {mostQueued} at once</span> : null}
    </div>
  )
}

function Meaning({ query }: { query: string }) {
  const podcasts = useLive(listPodcasts, [])
  const words = useMemo(() => {
    const titles = new Map(podcasts?.map(({ slug, title }) => [slug, title]))
    return filterTokens(query, titles, Date.now()).map((token) => token.words)
  }, [query, podcasts])
  return (
    <p className={styles.meaning} dir="auto">
      {words.length === 0 ? 'All episodes' : words.join(' · ')}
    </p>
  )
}

function countText(count: number): string {
  return count === 1 ? '1 episode' : `${count.toLocaleString('en')} episodes`
}
