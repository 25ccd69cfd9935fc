import { type ReactNode, useEffect, useRef } from 'react'
import styles from './found-chapters.module.css'

type ChoiceLineProps = {
  /** Of what it stands for. */
  chosen: 'all' | 'some' | 'none'
  tabIndex: number
  children: ReactNode
  onReach: () => void
  onChoose: (chosen: boolean) => void
}

/** A box and what it is for. */
export function ChoiceLine({ chosen, tabIndex, children, onReach, onChoose }: ChoiceLineProps) {
  const box = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = chosen === 'some'
  }, [chosen])

  return (
    <label className={styles.line}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        tabIndex={tabIndex}
        checked={chosen === 'all'}
        onFocus={onReach}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      {children}
    </label>
  )
}
