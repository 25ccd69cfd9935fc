import { Fragment } from 'react'
import { Dialog } from '../elements/dialog.tsx'
import { useSettings } from '../settings/store.ts'
import { keysOf } from './command-keys.ts'
import { type Command, type CommandGroup, commandGroups, useCommands } from './commands.ts'
import { keyWords } from './key-chord.ts'
import { isMac } from './keys.ts'
import styles from './keys-dialog.module.css'
import { closeDialog } from './open-dialog.ts'

export function KeysDialog() {
  const commands = useCommands((state) => state.commands)
  const changed = useSettings((settings) => settings.keys)
  const withKeys = [...commands.values()].flatMap((command) => {
    const keys = keysOf(command, changed)
    return keys === null ? [] : [{ command, keys }]
  })
  return (
    <Dialog title="Keys" width="wide" onClose={closeDialog}>
      <div className={styles.groups}>
        {commandGroups.map((group) => (
          <Group
            key={group}
            group={group}
            entries={withKeys.filter(({ command }) => command.group === group)}
          />
        ))}
      </div>
    </Dialog>
  )
}

type GroupProps = { group: CommandGroup; entries: readonly { command: Command; keys: string }[] }

function Group({ group, entries }: GroupProps) {
  if (entries.length === 0) return null
  return (
    <section className={styles.group} aria-label={group}>
      <h3 className={styles.heading}>{group}</h3>
      <dl>
        {entries.map(({ command, keys }) => (
          <div key={command.id} className={styles.entry}>
            <dt>{command.label}</dt>
            <dd>
              <KeyWords keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** "G then L", each key as a cap. */
export function KeyWords({ keys }: { keys: string }) {
  return keyWords(keys, isMac()).map((chord, index) => (
    <Fragment key={chord.join('+')}>
      {index === 0 ? null : <span className={styles.then}> then </span>}
      {chord.map((word) => (
        <kbd key={word} className={styles.key}>
          {word}
        </kbd>
      ))}
    </Fragment>
  ))
}
