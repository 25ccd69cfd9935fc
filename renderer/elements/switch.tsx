import styles from './switch.module.css'

type SwitchProps = {
  /** What the label beside it is for. */
  id: string
  on: boolean
  /** The id of what says more about it. */
  describedBy?: string
  onChange: (on: boolean) => void
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ id, on, describedBy, onChange }: SwitchProps) {
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      aria-checked={on}
      aria-describedby={describedBy}
      className={styles.switch}
      checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
