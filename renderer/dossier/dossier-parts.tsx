import { type HighlightKind, highlightKinds } from '../../shared/models/episode.ts'
import { kindOfLane } from '../../shared/models/highlight-lane.ts'
import { KindBadge } from '../elements/kind-badge.tsx'
import { kindHeadings } from '../highlights/kind-words.ts'
import styles from '../highlights/lanes/lane-tools.module.css'
import { type DossierPart, useDossierChoice } from './dossier-store.ts'
import type { Dossier } from './use-dossier.ts'

/** What is looked for first of all comes first. */
const kindOrder: readonly HighlightKind[] = ['practical-takeaway', 'failure-mode', 'main-idea', 'other']

const others = ['questions', 'notes', 'episodes'] as const
const names = { questions: 'Open questions', notes: 'Notes on it', episodes: 'Episodes' } as const

/** A button for each part of a dossier, with how much it holds. */
export function DossierParts({ dossier }: { dossier: Dossier | null }) {
  const { part } = useDossierChoice()
  const chosen = part.kind === 'lane' ? kindOfLane(part.lane) : null
  return (
    <fieldset className={styles.kinds} aria-label="Part of the dossier">
      {kindOrder
        .filter((kind) => highlightKinds.includes(kind))
        .map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            data-kind={kind}
            aria-pressed={kind === chosen}
            onClick={() => show({ kind: 'lane', lane: kind })}
          >
            <KindBadge kind={kind} label={kindHeadings[kind]} />
            <span className={styles.count}>
              {(dossier?.lanes.counts.get(kind) ?? 0).toLocaleString('en')}
            </span>
          </button>
        ))}
      {others.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.kind}
          data-kind="other"
          aria-pressed={part.kind === kind}
          onClick={() => show({ kind })}
        >
          {names[kind]}
          <span className={styles.count}>{countOf(dossier, kind).toLocaleString('en')}</span>
        </button>
      ))}
    </fieldset>
  )
}

function show(part: DossierPart): void {
  useDossierChoice.setState({ part })
}

function countOf(dossier: Dossier | null, kind: (typeof others)[number]): number {
  if (dossier === null) return 0
  switch (kind) {
    case 'questions':
      return dossier.notes.questions.length
    case 'notes':
      return dossier.notes.about.length
    case 'episodes':
      return dossier.rows.length
  }
}
