import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './text-field.module.css'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  label: string
  labelled?: 'visible' | 'hidden'
  hint?: ReactNode | undefined
  /** What is wrong with what was typed; it is read out when it appears. */
  problem?: string | null
  /** In a dialog: what the focus goes to. */
  'data-autofocus'?: ''
}

export function TextField({
  label,
  labelled = 'visible',
  hint,
  problem = null,
  className,
  ...rest
}: TextFieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const problemId = `${id}-problem`
  const describedBy = classNames(problem !== null && problemId, hint !== undefined && hintId)
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={labelled === 'hidden' ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <input
        type="text"
        {...rest}
        id={id}
        className={styles.input}
        aria-invalid={problem !== null || undefined}
        aria-describedby={describedBy || undefined}
      />
      {problem === null ? null : (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
