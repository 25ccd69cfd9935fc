import { FileText, Library as LibraryIcon, Play, X } from 'lucide-react'
import { useMemo } from 'react'
import { aboutTopic } from '../chapter-search/chapter-query.ts'
import { topicNamesNow, useLibrary } from '../db/use-library.ts'
import { useSliced } from '../db/use-sliced.ts'
import { openDossier } from '../dossier/open-dossier.ts'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { showTopics } from '../library/filter-store.ts'
import { goTo } from '../shell/open.ts'
import { openDialog } from '../shell/open-dialog.ts'
import { episodeCountText, type TopicCount } from './count-topics.ts'
import { companionsOf } from './together.ts'
import styles from './topic-map.module.css'

const mostCompanions = 6

/** Those of more than one episode, unless there are none. */
function companionsShown(companions: readonly TopicCount[]): readonly TopicCount[] {
  const often = companions.filter(({ count }) => count > 1)
  return (often.length === 0 ? companions : often).slice(0, mostCompanions)
}

type ChosenTopicProps = { topic: string; onChoose: (topic: string | null) => void }

/** What one can do with a topic of the map, and which others it stands with most. */
export function ChosenTopic({ topic, onChoose }: ChosenTopicProps) {
  const library = useLibrary()
  const begin = useMemo(
    () => (library === undefined ? null : () => companionsOf(library, topic)),
    [library, topic],
  )
  const companions = useSliced(begin)

  function show(topics: readonly string[]): void {
    showTopics(topics)
    goTo('library')
  }

  return (
    <section className={styles.chosen} aria-label="Chosen topic">
      <div className={styles.line}>
        <span className={styles.title} dir="auto" title={topic}>
          {topic}
        </span>
        <IconButton label="Choose none" size="small" icon={<X size={14} />} onClick={() => onChoose(null)} />
      </div>
      <div className={styles.line}>
        <Button tone="quiet" icon={<LibraryIcon size={14} />} onClick={() => show([topic])}>
          Episodes
        </Button>
        <Button tone="quiet" icon={<FileText size={14} />} onClick={() => openDossier(topic)}>
          Dossier
        </Button>
        <Button
          tone="quiet"
          icon={<Play size={14} />}
          onClick={() => openDialog({ kind: 'find-chapters', query: aboutTopic(topic, topicNamesNow()) })}
        >
          Play chapters
        </Button>
      </div>
      {companions === null || companions.length === 0 ? null : (
        <div className={styles.line}>
          <span className={styles.label}>Episodes also about</span>
          {companionsShown(companions).map((other) => (
            <button
              key={other.topic}
              type="button"
              className={styles.companion}
              aria-label={`${other.topic}, ${episodeCountText(other.count)} with ${topic}`}
              onClick={() => show([topic, other.topic])}
            >
              <span className={styles.name} dir="auto">
                {other.topic}
              </span>
              <span className={styles.count}>{other.count.toLocaleString('en')}</span>
            </button>
          ))}
        </div>
      )}
    </section>
  )
}
