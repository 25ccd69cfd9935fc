import { Fragment, type KeyboardEvent, useState } from 'react'
import { success } from '../../shared/result.ts'
import { Button } from '../elements/button.tsx'
import { keysOf } from '../shell/command-keys.ts'
import { type Command, commandGroups, useCommands } from '../shell/commands.ts'
import { chordOf } from '../shell/key-chord.ts'
import { isMac } from '../shell/keys.ts'
import { KeyWords } from '../shell/keys-dialog.tsx'
import { type KeyMap, withKey, withOwnKey, withoutKey } from './key-change.ts'
import styles from './keys-section.module.css'
import { saveSetting } from './save-setting.ts'
import { SettingsSection } from './settings-section.tsx'
import { useSettings } from './store.ts'

/** Every command with its key; a press of another key changes it. */
export function KeysSection() {
  const commands = useCommands((state) => state.commands)
  const changed = useSettings((settings) => settings.keys)
  const [asking, setAsking] = useState<string | null>(null)
  const [refused, setRefused] = useState<{ id: string; reason: string } | null>(null)

  async function keep(command: Command, keys: ReturnType<typeof withKey>): Promise<void> {
    const change = keys.ok ? success({ keys: keys.value }) : keys
    const reason = await saveSetting(change, `Key of “${command.label}” changed`)
    setRefused(reason === null ? null : { id: command.id, reason })
    if (reason === null) setAsking(null)
  }

  function hear(event: KeyboardEvent, command: Command): void {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      setAsking(null)
      setRefused(null)
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      void keep(command, success(withoutKey(changed, command)))
    } else {
      const chord = chordOf(event.nativeEvent, isMac())
      if (chord !== null) void keep(command, withKey(commands.values(), changed, command, chord))
    }
  }

  return (
    <SettingsSection title="Keys">
      {commandGroups.map((group) => (
        <Fragment key={group}>
          <h3 className={styles.group}>{group}</h3>
          <ul aria-label={`Keys: ${group}`} className={styles.list}>
            {[...commands.values()]
              .filter((command) => command.group === group)
              .map((command) => (
                <li key={command.id} className={styles.row}>
                  <span className={styles.label}>{command.label}</span>
                  {command.id in changed ? (
                    <Button
                      tone="quiet"
                      className={styles.small}
                      aria-label={`Reset the key of ${command.label}`}
                      onClick={() => void keep(command, success(withOwnKey(changed, command)))}
                    >
                      Reset
                    </Button>
                  ) : null}
                  <KeyButton
                    command={command}
                    changed={changed}
                    isAsking={asking === command.id}
                    onAsk={() => {
                      setAsking(command.id)
                      setRefused(null)
                    }}
                    onKey={(event) => hear(event, command)}
                    onLeave={() => setAsking(null)}
                  />
                  {refused?.id === command.id ? <p className={styles.problem}>{refused.reason}</p> : null}
                </li>
              ))}
          </ul>
        </Fragment>
      ))}
    </SettingsSection>
  )
}

type KeyButtonProps = {
  command: Command
  changed: KeyMap
  isAsking: boolean
  onAsk: () => void
  onKey: (event: KeyboardEvent) => void
  onLeave: () => void
}

function KeyButton({ command, changed, isAsking, onAsk, onKey, onLeave }: KeyButtonProps) {
  const keys = keysOf(command, changed)
  return (
    <button
      type="button"
      className={styles.key}
      aria-label={
        isAsking
          ? `Press the new key of ${command.label}; Backspace takes it away, Escape leaves it`
          : `Change the key of ${command.label}`
      }
      aria-description={keys === null ? 'no key' : keys}
      data-asking={isAsking}
      onClick={onAsk}
      onKeyDown={isAsking ? onKey : undefined}
      onBlur={isAsking ? onLeave : undefined}
    >
      {isAsking ? (
        'Press a key…'
      ) : keys === null ? (
        <span className={styles.none}>no key</span>
      ) : (
        <KeyWords keys={keys} />
      )}
    </button>
  )
}
