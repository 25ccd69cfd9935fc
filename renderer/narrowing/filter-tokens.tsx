import { X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { listPodcasts } from '../db/podcasts.ts'
import { useLive } from '../db/use-live.ts'
import { type FilterToken, filterTokens } from './filter-words.ts'
import styles from './filters.module.css'
import { withoutPieces } from './query-fields.ts'

type FilterTokensProps = { query: string; onChange: (query: string) => void }

/** What narrows now, each with the way to take it away. */
export function FilterTokens({ query, onChange }: FilterTokensProps) {
  const list = useRef<HTMLUListElement>(null)
  const podcasts = useLive(listPodcasts, [])
  const tokens = useMemo(() => {
    const titles = new Map(podcasts?.map(({ slug, title }) => [slug, title]))
    return filterTokens(query, titles, Date.now())
  }, [query, podcasts])
  if (tokens.length === 0) return null

  // The button goes away with what it takes away.
  function drop(token: FilterToken): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    const next =
      buttons[at + 1] ?? buttons[at - 1] ?? list.current?.closest('header')?.querySelector('button')
    next?.focus()
    onChange(withoutPieces(query, [token]))
  }

  return (
    <ul ref={list} aria-label="Filters that are on" className={styles.tokens}>
      {tokens.map((token) => (
        <li key={`${token.start} ${token.words}`} className={styles.token}>
          <span className={styles.words} dir="auto">
            {token.words}
          </span>
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove filter ${token.words}`}
            onClick={() => drop(token)}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
