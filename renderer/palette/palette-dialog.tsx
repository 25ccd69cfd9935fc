import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { listPodcasts } from '../db/podcasts.ts'
import { useLive } from '../db/use-live.ts'
import { Dialog } from '../elements/dialog.tsx'
import { Marked } from '../elements/marked.tsx'
import { useKnownTopics } from '../highlights/lanes/topic-picker.tsx'
import { useSettings } from '../settings/store.ts'
import { useCommands } from '../shell/commands.ts'
import { KeyWords } from '../shell/keys-dialog.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { type PaletteEntry, paletteEntries } from './entries.ts'
import { type FoundEntry, findEntries } from './find-entries.ts'
import styles from './palette-dialog.module.css'

/** Finds every command and place by a few of its letters; Enter does it. */
export function PaletteDialog() {
  const listId = useId()
  const entries = useEntries()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState(0)
  const found = useMemo(() => findEntries(entries, typed), [entries, typed])
  const reached = Math.min(wanted, found.length - 1)
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    list.current?.children[reached]?.scrollIntoView({ block: 'nearest' })
  }, [reached])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setWanted((reached + step + found.length) % found.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      doIt(found[reached]?.entry)
    }
  }

  return (
    <Dialog title="Find a command or a place" width="wide" onClose={closeDialog}>
      <input
        type="text"
        role="combobox"
        aria-label="Command or place"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={reached < 0 ? undefined : `${listId}-${reached}`}
        className={styles.input}
        placeholder="A few letters of what it is called"
        autoComplete="off"
        spellCheck={false}
        data-autofocus=""
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setWanted(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label="Commands and places" className={styles.list}>
        {found.map((each, index) => (
          <Option
            key={each.entry.id}
            id={`${listId}-${index}`}
            found={each}
            isReached={index === reached}
            onReach={() => setWanted(index)}
          />
        ))}
      </div>
      <p role="status" className={styles.none}>
        {found.length === 0 ? 'Nothing is called that. Fewer letters find more.' : null}
      </p>
    </Dialog>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function useEntries(): PaletteEntry[] {
  const commands = useCommands((state) => state.commands)
  const changedKeys = useSettings(({ keys }) => keys)
  const podcasts = useLive(listPodcasts, [])
  const topics = useKnownTopics()
  return useMemo(
    () => paletteEntries({ commands: commands.values(), changedKeys, podcasts: podcasts ?? [], topics }),
    [commands, changedKeys, podcasts, topics],
  )
}

/** Once the dialog is gone and the focus is back where it was, which some commands go by. */
function doIt(entry: PaletteEntry | undefined): void {
  if (entry === undefined) return
  flushSync(closeDialog)
  entry.run()
}

type OptionProps = { id: string; found: FoundEntry; isReached: boolean; onReach: () => void }

function Option({ id, found: { entry, marks }, isReached, onReach }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isReached}
      className={styles.option}
      onPointerMove={onReach}
      // The field keeps the focus, and its keys choose.
      onPointerDown={(event) => event.preventDefault()}
      onPointerUp={() => doIt(entry)}
    >
      <span className={styles.label} dir="auto">
        <Marked text={entry.label} marks={marks} />
      </span>
      <span className={styles.group}>{entry.group}</span>
      <span className={styles.keys}>{entry.keys === null ? null : <KeyWords keys={entry.keys} />}</span>
    </div>
  )
}
