import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { normalTag, normalTags, withoutTag } from '../../shared/models/tags.ts'
import { completionsOf, type KnownTag } from './known-tags.ts'
import styles from './tag-field.module.css'

type TagFieldProps = {
  label: string
  tags: readonly string[]
  known: () => readonly KnownTag[]
  onChange: (tags: string[]) => void
}

const mostCompletions = 7

/** Tags, and a field that completes them: Enter or a comma takes what stands there, Backspace in the empty field takes one out. */
export function TagField({ label, tags, known, onChange }: TagFieldProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [reached, setReached] = useState(-1)
  const completions = isOpen ? completionsOf(typed, known(), tags, mostCompletions) : []

  function type(text: string): void {
    setTyped(text)
    setOpen(true)
    setReached(-1)
  }

  function add(text: string): void {
    const tag = normalTag(text)
    if (tag !== null) onChange(normalTags([...tags, tag]))
    setTyped('')
    setReached(-1)
  }

  function move(by: 1 | -1): void {
    if (isOpen) setReached(around(reached + by, completions.length))
    else setOpen(true)
  }

  /** Tells whether the key did something here. */
  function act(event: KeyboardEvent): boolean {
    const chosen = completions[reached]?.tag
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(event.key === 'ArrowDown' ? 1 : -1)
        return true
      case 'Enter':
      case ',':
        if (event.ctrlKey || event.metaKey || (chosen ?? typed.trim()) === '') return false
        add(chosen ?? typed)
        return true
      case 'Escape':
        if (completions.length === 0 && typed === '') return false
        event.stopPropagation()
        setOpen(false)
        setTyped('')
        return true
      case 'Backspace':
        if (typed !== '' || tags.length === 0) return false
        onChange(tags.slice(0, -1))
        return true
      default:
        return false
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = completions[reached]?.tag
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Tab' && chosen !== undefined) add(chosen)
    else if (act(event)) event.preventDefault()
  }

  return (
    <div className={styles.field}>
      {tags.length === 0 ? null : (
        <ul aria-label={`${label} of the note`} className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              <span dir="auto">{tag}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={`Remove tag ${tag}`}
                onClick={() => {
                  onChange(withoutTag(tags, tag))
                  field.current?.focus()
                }}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.typing}>
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={completions.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={reached >= 0 && completions.length > 0 ? `${id}-${reached}` : undefined}
          className={styles.input}
          placeholder={tags.length === 0 ? 'Add tags' : 'Add'}
          value={typed}
          autoComplete="off"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false)
            if (typed.trim() !== '') add(typed)
          }}
        />
        {completions.length === 0 ? null : (
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={`${label} that there are`}
            className={styles.list}
          >
            {completions.map(({ tag, count }, index) => (
              <div
                key={tag}
                tabIndex={-1}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === reached}
                className={styles.option}
                // Before the field loses the focus.
                onPointerDown={(event) => {
                  event.preventDefault()
                  add(tag)
                }}
              >
                <span dir="auto">{tag}</span>
                <span className={styles.count}>{count}</span>
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

/** From -1, where nothing is chosen, around to it again. */
function around(index: number, count: number): number {
  if (index < -1) return count - 1
  return index >= count ? -1 : index
}
