import type { ReactNode } from 'react'
import styles from './view.module.css'

type ViewProps = {
  title: string
  /** How assistive technology names the region. */
  label: string
  /** How many there are, or how much, at the end of the heading's line. */
  total?: string | null
  /** What narrows the view, under the heading. */
  tools?: ReactNode
  children: ReactNode
}

/** A place in the second pane: its heading, and what it holds. */
export function View({ title, label, total = null, tools = null, children }: ViewProps) {
  return (
    <section className={styles.view} aria-label={label}>
      <header className={styles.header}>
        <div className={styles.line}>
          <h2 className={styles.title}>{title}</h2>
          {total === null ? null : <span className={styles.total}>{total}</span>}
        </div>
        {tools}
      </header>
      {children}
    </section>
  )
}
