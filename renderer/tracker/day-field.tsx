import { useEffect, useId, useState } from 'react'
import { useToday } from './today.ts'
import styles from './tracking-fields.module.css'

type DayFieldProps = { day: string | null; onChange: (day: string | null) => void }

/** A day to look again, by the system's own field. A year that is half typed is a day long ago, and is not taken for one. */
export function DayField({ day, onChange }: DayFieldProps) {
  const id = useId()
  const today = useToday((state) => state.today)
  const [shown, setShown] = useState(day ?? '')
  const [isTooEarly, setTooEarly] = useState(false)

  // Set by a quick choice, or taken back meanwhile.
  useEffect(() => {
    setShown(day ?? '')
    setTooEarly(false)
  }, [day])

  return (
    <span className={styles.day}>
      <label htmlFor={id}>Look again on</label>
      <input
        id={id}
        type="date"
        className={styles.date}
        min={today}
        max="9999-12-31"
        value={shown}
        aria-invalid={isTooEarly || undefined}
        aria-describedby={isTooEarly ? `${id}-problem` : undefined}
        onChange={({ currentTarget: { value, validity } }) => {
          setShown(value)
          setTooEarly(false)
          if (value === '' ? !validity.badInput : validity.valid) onChange(value === '' ? null : value)
        }}
        onBlur={({ currentTarget: { value } }) => setTooEarly(value !== '' && value < today && value !== day)}
      />
      {isTooEarly ? (
        <span id={`${id}-problem`} role="alert" className={styles.problem}>
          That day is over. Choose today or a later one.
        </span>
      ) : null}
    </span>
  )
}
