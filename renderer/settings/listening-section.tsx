import { type KeyboardEvent, useId, useState } from 'react'
import { readSeconds, type SecondsSetting } from './read-setting.ts'
import { saveSetting } from './save-setting.ts'
import { SettingsSection } from './settings-section.tsx'
import styles from './settings-view.module.css'
import { SkipWords } from './skip-words.tsx'
import { useSettings } from './store.ts'
import { SwitchRow } from './switch-row.tsx'

export function ListeningSection() {
  const resumeEarlier = useSettings((settings) => settings.resumeEarlier)
  const pauseWhileWriting = useSettings((settings) => settings.pauseWhileWriting)
  const playNext = useSettings((settings) => settings.playNext)
  return (
    <SettingsSection title="Listening">
      <SecondsRow name="skipBackSeconds" label="Skip back by" />
      <SecondsRow name="skipForwardSeconds" label="Skip forward by" />
      <SecondsRow name="noteBackSeconds" label="Start a note earlier by" />
      <SwitchRow
        label="Pause while I write"
        on={pauseWhileWriting}
        hint="Else a note never stops what plays."
        changeTo={(chosen) => ({ pauseWhileWriting: chosen })}
        said={{ on: 'Listening waits while you write', off: 'Listening goes on while you write' }}
      />
      <SwitchRow
        label="Go back a little after a long pause"
        on={resumeEarlier}
        hint="5 seconds after two minutes, 10 after an hour, 20 after a day; never into the chapter before, and not from a place that you went to yourself."
        changeTo={(chosen) => ({ resumeEarlier: chosen })}
        said={{ on: 'Goes back a little after a long pause', off: 'Goes on where it was paused' }}
      />
      <SwitchRow
        label="Play the next one in Up next by itself"
        on={playNext}
        hint="When what plays has ended."
        changeTo={(chosen) => ({ playNext: chosen })}
        said={{ on: 'Plays the next one by itself', off: 'Stops when what plays has ended' }}
      />
      <SkipWords />
    </SettingsSection>
  )
}

/** A number of seconds, kept when the person leaves the field or presses Enter; Escape takes back what was typed. */
function SecondsRow({ name, label }: { name: SecondsSetting; label: string }) {
  const id = useId()
  const kept = useSettings((settings) => settings[name])
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function keep(): Promise<void> {
    if (typed === null) return
    const failed =
      typed.trim() === String(kept)
        ? null
        : await saveSetting(readSeconds(name, typed), `${label} ${typed.trim()} seconds`)
    setProblem(failed)
    // What was refused stays to be corrected.
    if (failed === null) setTyped(null)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') void keep()
    if (event.key !== 'Escape') return
    setTyped(null)
    setProblem(null)
  }

  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.seconds}>
        <input
          id={id}
          className={styles.number}
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? String(kept)}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => void keep()}
          onKeyDown={onKeyDown}
        />
        seconds
      </span>
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
