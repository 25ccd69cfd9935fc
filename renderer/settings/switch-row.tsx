import { useId, useState } from 'react'
import type { SettingsChange } from '../../shared/models/settings.ts'
import { success } from '../../shared/result.ts'
import { Switch } from '../elements/switch.tsx'
import { saveSetting } from './save-setting.ts'
import styles from './settings-view.module.css'

type SwitchRowProps = {
  label: string
  on: boolean
  /** What more there is to say about it. */
  hint?: string
  changeTo: (on: boolean) => SettingsChange
  said: { on: string; off: string }
}

/** Something that is on or off, kept as soon as it is switched. */
export function SwitchRow({ label, on, hint, changeTo, said }: SwitchRowProps) {
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <Switch
        id={id}
        on={on}
        {...(hint === undefined ? {} : { describedBy: `${id}-hint` })}
        onChange={async (chosen) =>
          setProblem(await saveSetting(success(changeTo(chosen)), chosen ? said.on : said.off))
        }
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.rowHint}>
          {hint}
        </p>
      )}
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
    </div>
  )
}
