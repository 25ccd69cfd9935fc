import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger'

type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone
  icon?: ReactNode
  /** Shows that what it started is under way; it keeps its width and its name. */
  busy?: boolean
}

export function Button({ tone = 'plain', icon, busy = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      className={classNames(styles.button, styles[tone], className)}
    >
      {busy ? <Spinner /> : icon}
      <span className={styles.label}>{children}</span>
    </button>
  )
}
