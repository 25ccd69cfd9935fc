import { ListPlus } from 'lucide-react'
import { memo, useCallback, useState } from 'react'
import type { ParsedQuery } from '../../shared/search/parse-query.ts'
import { PlayChaptersButton } from '../chapter-search/play-chapters-button.tsx'
import { useLibrary } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import viewStyles from '../elements/view.module.css'
import { openDialog } from '../shell/open-dialog.ts'
import { countText, groupNames, listNames } from './group-words.ts'
import { libraryRow } from './library-row.ts'
import { NothingFound } from './nothing-found.tsx'
import { moveThroughResults, resultsId } from './result-keys.ts'
import { ResultRow } from './result-row.tsx'
import type { SearchAnswer, SearchHit } from './search-answer.ts'
import { SearchNotes } from './search-notes.tsx'
import { showGroup } from './search-store.ts'
import styles from './search-view.module.css'
import { useSearchAnswer } from './use-search-answer.ts'

/** Of groups other than the first, so few are shown beside the others. */
const fewBeside = 4

const none: SearchAnswer['groups'] = []

export function AllResults({ text, parsed }: { text: string; parsed: ParsedQuery }) {
  const answered = useSearchAnswer(parsed.query)
  const isCurrent = answered?.query === parsed.query
  const groups = answered?.answer.groups ?? none
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  return (
    <section className={viewStyles.view} aria-label="Found" aria-busy={!isCurrent}>
      <header className={viewStyles.header}>
        <div className={viewStyles.line}>
          <h2 className={viewStyles.title}>Found</h2>
          <span className={viewStyles.total} role="status">
            {answered === null ? '' : total === 1 ? '1 result' : `${total.toLocaleString('en')} results`}
          </span>
          {total === 0 ? null : <SaveButton text={text} />}
        </div>
        <SearchNotes text={text} remarks={parsed.remarks} answer={answered?.answer ?? null} />
        {groups.some(({ group }) => group === 'chapters') ? (
          <PlayChaptersButton
            about={{ words: wordsOfQuery(parsed), podcastSlug: null, topics: [], matching: 'all' }}
          />
        ) : null}
      </header>
      {answered !== null && total === 0 ? (
        <NothingFound query={answered.query} />
      ) : (
        <Groups groups={groups} />
      )}
    </section>
  )
}

/** Its episodes as a list that follows the library. */
function SaveButton({ text }: { text: string }) {
  return (
    <IconButton
      label="Save as list…"
      size="small"
      icon={<ListPlus size={15} />}
      aria-haspopup="dialog"
      onClick={() => openDialog({ kind: 'list-name', list: { is: 'new', query: text.trim() } })}
    />
  )
}

/** Not drawn anew while an answer is waited for: the one before stays. */
const Groups = memo(function Groups({ groups }: { groups: SearchAnswer['groups'] }) {
  const library = useLibrary()
  const [reached, setReached] = useState<string | null>(null)
  const reach = useCallback((hit: SearchHit) => setReached(keyOf(hit)), [])
  const keys = groups.flatMap(({ hits }) => hits.map(keyOf))
  const stop = reached !== null && keys.includes(reached) ? reached : keys[0]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is in it.
    <div id={resultsId} onKeyDown={moveThroughResults}>
      {groups.map(({ group, total, hits }) => {
        const shown = group === 'episodes' ? hits : hits.slice(0, fewBeside)
        return (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>
              {groupNames[group]}
              <span className={styles.count}>{total.toLocaleString('en')}</span>
            </h3>
            <ul aria-label={listNames[group]}>
              {shown.map((hit) => (
                <ResultRow
                  key={keyOf(hit)}
                  hit={hit}
                  episode={library === undefined ? undefined : libraryRow(library, hit.episodeId)}
                  isStop={keyOf(hit) === stop}
                  onReach={reach}
                />
              ))}
            </ul>
            {total > shown.length ? (
              <Button tone="quiet" data-stop="" className={styles.more} onClick={() => showGroup(group)}>
                Show all {countText(group, total)}
              </Button>
            ) : null}
          </section>
        )
      })}
    </div>
  )
})

function keyOf({ group, episodeId, item }: SearchHit): string {
  return `${group} ${episodeId} ${item ?? ''}`
}

function wordsOfQuery({ query }: ParsedQuery): string {
  return query.terms
    .filter(({ without }) => !without)
    .flatMap(({ words }) => words)
    .join(' ')
}
