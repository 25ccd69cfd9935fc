import type { ChangeStep } from '../../shared/models/episode-change.ts'
import styles from './change-log.module.css'
import { changeHeading, differenceOf, type FieldStep, fieldWord, keptText } from './change-words.ts'

/** What the service changed since the episode came, newest first, each with how it was before and after. */
export function ChangeLog({ steps }: { steps: readonly ChangeStep[] }) {
  return steps.map(({ noticedAt, fields }) => (
    <details key={noticedAt} className={styles.change}>
      <summary>{changeHeading(noticedAt, fields)}</summary>
      <dl className={styles.fields}>
        {fields.map((step) => (
          <div key={step.field}>
            {fields.length > 1 ? <dt className={styles.field}>{fieldWord(step.field)}</dt> : null}
            <dd>
              <Lines step={step} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  ))
}

function Lines({ step }: { step: FieldStep }) {
  const { removed, added, kept } = differenceOf(step)
  const stayed = keptText(step.field, kept)
  if (removed.length === 0 && added.length === 0) return <p>Only their order or their form changed.</p>
  return (
    <>
      {removed.length === 0 ? null : (
        <Block tag="del" word={added.length === 0 ? 'Removed' : 'Before'} lines={removed} />
      )}
      {added.length === 0 ? null : (
        <Block tag="ins" word={removed.length === 0 ? 'Added' : 'After'} lines={added} />
      )}
      {stayed === null ? null : <p>{stayed}</p>}
    </>
  )
}

type BlockProps = { tag: 'del' | 'ins'; word: string; lines: readonly string[] }

function Block({ tag: Tag, word, lines }: BlockProps) {
  return (
    <div className={styles.block} data-kind={Tag}>
      <span className={styles.word}>{word}</span>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line} dir="auto">
            <Tag>{line}</Tag>
          </li>
        ))}
      </ul>
    </div>
  )
}
