import { useId } from 'react'
import { setAutoDownload } from '../db/auto-download.ts'
import type { PodcastRow } from '../db/rows.ts'
import { Switch } from '../elements/switch.tsx'
import { useSettings } from '../settings/store.ts'
import { announce } from '../shell/announce.ts'
import { reportFault } from '../shell/faults.ts'
import styles from './dialogs.module.css'

/** Whether new episodes of a podcast come by themselves. */
export function AutoDownloadSwitch({ podcast }: { podcast: PodcastRow }) {
  const id = useId()
  const { autoDownloadGigabytes, autoDownloadDays } = useSettings()
  const on = podcast.autoDownload !== undefined

  async function keep(chosen: boolean): Promise<void> {
    await setAutoDownload(podcast.slug, chosen, Date.now())
    announce(
      chosen
        ? `New episodes of ${podcast.title} are downloaded from now on`
        : `New episodes of ${podcast.title} are not downloaded any more`,
    )
  }

  return (
    <div className={styles.choice}>
      <div className={styles.choiceWords}>
        <label htmlFor={id}>Download new episodes automatically</label>
        <p id={`${id}-hint`} className={styles.choiceHint}>
          From now on: none older than {autoDownloadDays} days, and no more than {autoDownloadGigabytes} GB in
          all. Settings change both.
        </p>
      </div>
      <Switch
        id={id}
        on={on}
        describedBy={`${id}-hint`}
        onChange={(chosen) => void keep(chosen).catch(reportFault)}
      />
    </div>
  )
}
