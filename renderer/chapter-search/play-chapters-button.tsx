import { Play } from 'lucide-react'
import { useTopicNames } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import { openDialog } from '../shell/open-dialog.ts'
import { aboutText, type ChosenChapters, queryOf } from './chapter-query.ts'
import styles from './play-chapters-button.module.css'

/** As long as there are words or topics. */
export function PlayChaptersButton({ about }: { about: ChosenChapters }) {
  const query = queryOf(about, useTopicNames())
  if (query === null) return null
  return (
    <Button
      tone="quiet"
      className={styles.button}
      icon={<Play size={13} />}
      aria-haspopup="dialog"
      onClick={() => openDialog({ kind: 'find-chapters', query })}
    >
      Play chapters about {aboutText(query)}
    </Button>
  )
}
