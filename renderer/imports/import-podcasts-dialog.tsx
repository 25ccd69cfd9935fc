import { useState } from 'react'
import dialog from '../archive/import-dialog.module.css'
import { useArchive } from '../archive/store.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { announce } from '../shell/announce.ts'
import styles from './import-notes-dialog.module.css'
import { counted } from './import-words.ts'
import { addPodcasts, leaveOutline } from './outline-acts.ts'
import type { OfferedPodcast, OutlinePlan } from './outline-plan.ts'

/** Which podcasts of a list can be added, before any is. */
export function ImportPodcastsDialog() {
  const work = useArchive((state) => state.work)
  const plan = work.kind === 'asking-podcasts' ? work.plan : null
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set((plan?.offered ?? []).filter(({ by }) => by === 'feed').map(({ podcast }) => podcast.slug)),
  )
  if (plan === null) return null
  const { offered, missing, name } = plan
  const wanted = offered.map(({ podcast }) => podcast).filter(({ slug }) => chosen.has(slug))

  function choose(slug: string, isWanted: boolean): void {
    const others = [...chosen].filter((each) => each !== slug)
    setChosen(new Set(isWanted ? [...others, slug] : others))
  }

  return (
    <Dialog
      title={`Podcasts in “${name}”`}
      width="wide"
      onClose={leaveOutline}
      footer={
        <>
          <Button onClick={leaveOutline}>{offered.length === 0 ? 'Close' : 'Cancel'}</Button>
          {offered.length === 0 ? null : (
            <Button
              tone="primary"
              data-autofocus=""
              aria-disabled={wanted.length === 0}
              onClick={() => wanted.length === 0 || void addPodcasts(name, wanted)}
            >
              Add {counted(wanted.length, 'podcast', 'podcasts')}
            </Button>
          )}
        </>
      }
    >
      <div className={dialog.text}>
        <ul aria-label="What was found" className={styles.sentences}>
          {foundSentences(plan).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Offered offered={offered} chosen={chosen} onChoose={choose} />
        {missing.length === 0 ? null : <MissingPodcasts plan={plan} />}
      </div>
    </Dialog>
  )
}

function foundSentences({ offered, followed, missing }: OutlinePlan): string[] {
  return [
    offered.length === 0
      ? 'There is no podcast in it that could be added.'
      : `${counted(offered.length, 'podcast', 'podcasts')} can be added. You can undo it afterwards.`,
    followed === 0 ? '' : `${counted(followed, 'podcast is', 'podcasts are')} in your library already.`,
    missing.length === 0 ? '' : `${counted(missing.length, 'podcast was', 'podcasts were')} not found.`,
  ].filter((sentence) => sentence !== '')
}

type OfferedProps = {
  offered: readonly OfferedPodcast[]
  chosen: ReadonlySet<string>
  onChoose: (slug: string, isWanted: boolean) => void
}

function Offered({ offered, chosen, onChoose }: OfferedProps) {
  if (offered.length === 0) return null
  return (
    <section aria-label="Podcasts to add">
      <h3 className={dialog.subheading}>Podcasts to add</h3>
      <ul className={styles.lines}>
        {offered.map(({ podcast, outline, by }) => (
          <li key={podcast.slug}>
            <label className={styles.choice}>
              <input
                type="checkbox"
                checked={chosen.has(podcast.slug)}
                onChange={({ currentTarget }) => onChoose(podcast.slug, currentTarget.checked)}
              />
              <span className={styles.named}>
                <span dir="auto">{podcast.title}</span>
                {by === 'feed' ? null : (
                  <span className={styles.facts}>
                    Of the same title; its feed is not known to be {outline.feedUrl}. Tick it if it is the
                    one.
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MissingPodcasts({ plan: { missing, isWhole } }: { plan: OutlinePlan }) {
  async function copy(): Promise<void> {
    const text = missing.map(({ title, feedUrl }) => `${title}\t${feedUrl}`).join('\n')
    await navigator.clipboard.writeText(text)
    announce('The list was copied.')
  }
  return (
    <section aria-label="Not found">
      <h3 className={dialog.subheading}>Not found</h3>
      <p className={dialog.aside}>
        {isWhole
          ? 'Stenobird has no podcast with these feeds or titles. '
          : 'Stenobird’s whole list could not be compared, and these are not where their titles would lead. '}
        If you find one of them there, add it by the address of its page, with Add podcast.
      </p>
      <ul className={styles.lines}>
        {missing.slice(0, mostLines).map(({ title, feedUrl }) => (
          <li key={feedUrl}>
            <span dir="auto">{title}</span>
            <span className={styles.facts}>{feedUrl}</span>
          </li>
        ))}
      </ul>
      {missing.length <= mostLines ? null : (
        <p className={dialog.aside}>And {counted(missing.length - mostLines, 'more', 'more')}.</p>
      )}
      <div className={styles.after}>
        <Button onClick={() => void copy()}>Copy this list</Button>
      </div>
    </section>
  )
}

const mostLines = 100
