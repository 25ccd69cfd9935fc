import { Highlighter } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type HighlightKind, highlightKinds } from '../../shared/models/episode.ts'
import { highlightsOf } from '../db/highlights.ts'
import { newestOf } from '../db/library.ts'
import { useLibrary } from '../db/use-library.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { KindBadge } from '../elements/kind-badge.tsx'
import { View } from '../elements/view.tsx'
import { openEpisode } from '../shell/open.ts'
import { byKind } from './highlights-by-kind.ts'
import styles from './highlights-view.module.css'
import { kindHeadings } from './kind-words.ts'

/** How many episodes are read at first, and how many more with each click. */
const episodesAtOnce = 200

/** Highlights across the library, one kind at a time, newest episode first. */
export function HighlightsView() {
  const [kind, setKind] = useState<HighlightKind>('main-idea')
  const [count, setCount] = useState(episodesAtOnce)
  const library = useLibrary()
  const newest = useMemo(() => (library === undefined ? [] : newestOf(library, count)), [library, count])
  const hasOlder = library !== undefined && library.order.entries.length > count
  const ids = newest.map((row) => row.id)
  // By their names: while a sync brings other episodes, these are not read again.
  const highlights = useLive(() => highlightsOf(ids), [ids.join(' ')])
  const isRead = library !== undefined && highlights !== undefined
  const groups = useMemo(
    () =>
      byKind(
        newest.flatMap((row) => (highlights?.get(row.id) ?? []).map((highlight) => ({ row, highlight }))),
        (item) => item.highlight,
      ),
    [newest, highlights],
  )
  const items = groups.find((group) => group.kind === kind)?.items ?? []

  const kinds = (
    <fieldset className={styles.kinds} aria-label="Kind">
      {highlightKinds.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.kind}
          data-kind={each}
          aria-pressed={each === kind}
          onClick={() => setKind(each)}
        >
          <KindBadge kind={each} label={kindHeadings[each]} />
          <span className={styles.count}>
            {groups.find((group) => group.kind === each)?.items.length ?? 0}
          </span>
        </button>
      ))}
    </fieldset>
  )

  return (
    <View title="Highlights" label="Across the library" tools={kinds}>
      {isRead && groups.length === 0 ? (
        <EmptyState icon={<Highlighter size={20} />} title="No highlights yet">
          They come with the episodes of a podcast. Add one, or request a transcript of an episode that has
          none.
        </EmptyState>
      ) : null}
      {isRead && groups.length > 0 && items.length === 0 ? (
        <p className={styles.none}>None of this kind in the newest {count} episodes.</p>
      ) : null}
      <ul aria-label={kindHeadings[kind]}>
        {items.map(({ row, highlight }) => (
          <li key={`${row.id} ${highlight.text}`} className={styles.item} data-kind={kind}>
            <button type="button" className={styles.open} onClick={() => openEpisode(row.id)}>
              {highlight.label === undefined ? null : <span className={styles.label}>{highlight.label}</span>}
              <span className={styles.text}>{highlight.text}</span>
              <span className={styles.from}>
                {row.title} · {row.podcastTitle}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hasOlder ? (
        <div className={styles.more}>
          <Button onClick={() => setCount(count + episodesAtOnce)}>Show more episodes</Button>
        </div>
      ) : null}
    </View>
  )
}
