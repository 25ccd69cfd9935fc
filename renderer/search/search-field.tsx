import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { IconButton } from '../elements/icon-button.tsx'
import { registerCommands } from '../shell/commands.ts'
import { keyWords } from '../shell/key-chord.ts'
import { isMac } from '../shell/keys.ts'
import { useKeysOf } from '../shell/use-keys-of.ts'
import { CompletionList } from './completion-list.tsx'
import { comeFrom, focusFirstResult, goBack, openFirstResult } from './result-keys.ts'
import styles from './search-field.module.css'
import { leaveSearch, typeSearch, useSearch } from './search-store.ts'
import { recentDetail, useCompletions } from './use-completions.ts'

export function SearchField() {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const keys = useKeysOf('search')
  const text = useSearch((state) => state.text)
  const { completions, reached, look, close, take, act } = useCompletions(field)
  const isOpen = completions.length > 0

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

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (act(event) || (!event.shiftKey && move(event.key))) event.preventDefault()
  }

  /** Tells whether the key led anywhere. */
  function move(key: string): boolean {
    switch (key) {
      case 'Escape':
        if (text === '') field.current?.blur()
        else goBack()
        return true
      case 'ArrowDown':
        if (text !== '') return focusFirstResult()
        look('by-hand')
        return true
      case 'Enter':
        return openFirstResult()
      default:
        return false
    }
  }

  return (
    <div className={styles.field} data-long={text.length > longText}>
      <div className={styles.box}>
        <Search size={15} className={styles.icon} aria-hidden="true" />
        <input
          ref={field}
          type="search"
          aria-label="Search"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen && reached >= 0 ? `${listId}-${reached}` : undefined}
          placeholder="Search"
          spellCheck={false}
          autoComplete="off"
          className={styles.input}
          value={text}
          onChange={(event) => {
            typeSearch(event.currentTarget.value)
            look('typed')
          }}
          onKeyDown={onKeyDown}
          onFocus={({ relatedTarget }) => comeFrom(relatedTarget)}
          onBlur={close}
        />
        {isOpen ? (
          <CompletionList
            id={listId}
            completions={completions}
            reached={reached}
            hasRecent={completions.some(({ detail }) => detail === recentDetail)}
            onTake={take}
          />
        ) : null}
        <span className="visually-hidden" role="status">
          {isOpen ? completionsText(completions.length) : ''}
        </span>
        {text === '' ? (
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
              leaveSearch()
              field.current?.focus()
            }}
          />
        )}
      </div>
    </div>
  )
}

/** In letters; what the narrowest field shows. */
const longText = 20

function completionsText(count: number): string {
  return count === 1 ? '1 completion' : `${count} completions`
}
