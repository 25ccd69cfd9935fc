import { CircleAlert } from 'lucide-react'
import { podcastHue, podcastLetter } from './podcast-colour.ts'
import styles from './podcast-square.module.css'

type PodcastSquareProps = { slug: string; title: string; failed: boolean }

/** A podcast's colour and letter; a quiet mark says that its last sync failed. Words beside it say so too. */
export function PodcastSquare({ slug, title, failed }: PodcastSquareProps) {
  return (
    <span
      className={styles.square}
      style={{
        backgroundColor: `oklch(var(--podcast-lightness) var(--podcast-chroma) ${podcastHue(slug)}deg)`,
      }}
      aria-hidden="true"
    >
      {podcastLetter(title)}
      {failed ? <CircleAlert size={12} className={styles.mark} /> : null}
    </span>
  )
}
