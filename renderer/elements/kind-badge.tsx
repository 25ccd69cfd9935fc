import { Check, Lightbulb, MessageCircleQuestion, TriangleAlert } from 'lucide-react'
import type { HighlightKind } from '../../shared/models/episode.ts'
import styles from './kind-badge.module.css'

const icons = {
  'main-idea': Lightbulb,
  'practical-takeaway': Check,
  'failure-mode': TriangleAlert,
  other: MessageCircleQuestion,
} as const satisfies Record<HighlightKind, unknown>

const words = {
  'main-idea': 'Main idea',
  'practical-takeaway': 'Practical takeaway',
  'failure-mode': 'Failure mode',
  other: 'Other',
} as const satisfies Record<HighlightKind, string>

/** A highlight's kind: icon, word and colour together, so that none has to carry it alone. */
export function KindBadge({ kind, label }: { kind: HighlightKind; label?: string | undefined }) {
  const Icon = icons[kind]
  return (
    <span className={styles.badge} data-kind={kind}>
      <Icon size={13} aria-hidden="true" />
      {label ?? words[kind]}
    </span>
  )
}
