import { CircleAlert } from 'lucide-react'
import { podcastColour } from './podcast-colour.ts'
import styles from './podcast-square.module.css'

/** A podcast's coloured square; a quiet mark on it says that its last sync failed. Words beside it say so too. */
export function PodcastSquare({ slug, failed }: { slug: string; failed: boolean }) {
  return (
    <span
      className={styles.square}
      style={{ backgroundColor: `var(--podcast-${podcastColour(slug)})` }}
      aria-hidden="true"
    >
      {failed ? <CircleAlert size={12} className={styles.mark} /> : null}
    </span>
  )
}
