import { useId, useState } from 'react'
import type { SettingsChange } from '../../shared/models/settings.ts'
import { success } from '../../shared/result.ts'
import { saveSetting } from './save-setting.ts'
import styles from './settings-view.module.css'

type ChoiceRowProps = {
  label: string
  value: number
  /** Offered beside the one that holds, which may be another. */
  choices: readonly number[]
  wordsOf: (choice: number) => string
  changeTo: (choice: number) => SettingsChange
}

/** One of a few amounts, kept as soon as it is chosen. */
export function ChoiceRow({ label, value, choices, wordsOf, changeTo }: ChoiceRowProps) {
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const offered = [...new Set([...choices, value])].sort((one, other) => one - other)
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={async ({ currentTarget }) => {
          const chosen = Number(currentTarget.value)
          setProblem(await saveSetting(success(changeTo(chosen)), `${label} ${wordsOf(chosen)}`))
        }}
      >
        {offered.map((choice) => (
          <option key={choice} value={choice}>
            {wordsOf(choice)}
          </option>
        ))}
      </select>
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
    </div>
  )
}
