import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './select.module.css'

type SelectProps<Value extends string> = {
  label: string
  labelled?: 'visible' | 'hidden'
  options: readonly { value: Value; label: string }[]
  value: Value
  hint?: ReactNode
  className?: string | undefined
  onChange: (value: Value) => void
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelled = 'visible', options, value, hint, className, onChange } = props
  const id = useId()
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={labelled === 'hidden' ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
