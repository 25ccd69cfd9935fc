import { BookOpen, CircleHelp, ListTodo, ShieldQuestion, Sparkle } from 'lucide-react'
import { type AnnotationColour, colourWords, knownColour } from '../../shared/models/annotation-colour.ts'
import styles from './colour-badge.module.css'

export const colourIcons = {
  insight: Sparkle,
  question: CircleHelp,
  doubt: ShieldQuestion,
  action: ListTodo,
  source: BookOpen,
} as const satisfies Record<AnnotationColour, unknown>

/** What a note's colour says: icon, word and colour together, so that none has to carry it alone. */
export function ColourBadge({ colour }: { colour: string | null }) {
  const known = knownColour(colour)
  if (colour === null) return null
  // Of a newer version: its name is better than nothing.
  if (known === null) return <span className={styles.badge}>{colour}</span>
  const Icon = colourIcons[known]
  return (
    <span className={styles.badge} data-colour={known}>
      <Icon size={12} aria-hidden="true" />
      {colourWords[known]}
    </span>
  )
}
