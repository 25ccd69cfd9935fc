import { useId } from 'react'
import type { Share } from './count-listening.ts'
import { lengthText } from './figure-words.ts'
import styles from './figures-view.module.css'

type ShareTableProps = { title: string; noun: string; shares: readonly Share[]; hint?: string }

const most = 8

/** Shares of listening, most first: a table, with each share drawn in it. */
export function ShareTable({ title, noun, shares, hint }: ShareTableProps) {
  const headingId = useId()
  const shown = shares.slice(0, most)
  const longest = shown[0]?.seconds ?? 0
  const left = shares.slice(most)
  if (longest === 0) return null
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {title}
      </h3>
      <table className={styles.table} aria-labelledby={headingId}>
        <colgroup>
          <col />
          <col className={styles.amountColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{noun}</span>
            </th>
            <th scope="col">
              <span className="visually-hidden">Heard</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, seconds }) => (
            <tr key={name}>
              <th scope="row" className={styles.name} dir="auto">
                <span className={styles.nameText} title={name}>
                  {name}
                </span>
                <svg
                  className={styles.share}
                  viewBox="0 0 100 4"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect className={styles.shareGround} width="100" height="4" />
                  <rect className={styles.shareBar} width={(seconds / longest) * 100} height="4" />
                </svg>
              </th>
              <td className={styles.amount}>{lengthText(seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left.length === 0 ? null : <p className={styles.hint}>And {left.length.toLocaleString('en')} more.</p>}
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </section>
  )
}
