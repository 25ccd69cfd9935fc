import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../elements/icon-button.tsx'
import { setWords, useLibraryFilter } from '../library/filter-store.ts'
import { registerCommands } from '../shell/commands.ts'
import { keyWords } from '../shell/key-chord.ts'
import { isMac } from '../shell/keys.ts'
import { goTo } from '../shell/open.ts'
import { useKeysOf } from '../shell/use-keys-of.ts'
import styles from './search-field.module.css'

export function SearchField() {
  const field = useRef<HTMLInputElement>(null)
  const keys = useKeysOf('search')
  const words = useLibraryFilter((state) => state.words)

  useEffect(
    () =>
      registerCommands([
        {
          id: 'search',
          label: 'Search the library',
          group: 'Library',
          keys: '/',
          run: () => {
            field.current?.focus()
            field.current?.select()
          },
        },
      ]),
    [],
  )

  return (
    <div className={styles.field}>
      <Search size={15} className={styles.icon} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        aria-label="Search"
        placeholder="Search"
        spellCheck={false}
        autoComplete="off"
        className={styles.input}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          if (!location.hash.startsWith('#/library')) goTo('library')
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (words === '') field.current?.blur()
          else setWords('')
        }}
      />
      {words === '' ? (
        <span className={styles.key} aria-hidden="true">
          {keys === null ? '' : keyWords(keys, isMac()).flat().join(' ')}
        </span>
      ) : (
        <IconButton
          label="Clear search"
          size="small"
          icon={<X size={14} />}
          className={styles.clear}
          onClick={() => {
            setWords('')
            field.current?.focus()
          }}
        />
      )}
    </div>
  )
}
