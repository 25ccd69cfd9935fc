import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { bytesText } from '../../shared/formats/bytes-text.ts'
import type { HomeStanding } from '../../shared/kept/home.ts'
import type { Result } from '../../shared/result.ts'
import { Button } from '../elements/button.tsx'
import { useSaving } from '../home/saving.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { openDialog } from '../shell/open-dialog.ts'
import { checkHome, type HomeAct, moveHome, showFolder } from './home-acts.ts'
import styles from './home-section.module.css'
import { askForStanding, useHome } from './home-store.ts'
import { atText, checkText, snapshotsText, whereText } from './home-words.ts'

type Doing = 'nothing' | 'showing' | 'checking' | 'moving'
type Outcome = Result<string | null> | null

/** Where a copy of what the person made is kept, and whether it is well. */
export function HomeSection() {
  const standing = useHome((state) => state.standing)
  const [doing, setDoing] = useState<Doing>('nothing')
  const [outcome, setOutcome] = useState<Outcome>(null)
  const isSaved = useSaving(({ saving }) => saving.kind === 'saved')
  useEffect(() => {
    if (isSaved) void askForStanding()
  }, [isSaved])

  // Of a trouble that is over nothing is to be read any more.
  const isTroubled = standing !== null && standing.trouble !== null
  useEffect(() => {
    if (!isTroubled) setOutcome((last) => (last?.ok === false ? null : last))
  }, [isTroubled])

  async function act(what: Doing, work: HomeAct): Promise<void> {
    if (doing !== 'nothing') return
    setDoing(what)
    setOutcome(null)
    setOutcome(await work())
    setDoing('nothing')
  }

  return (
    <SettingsSection title="Second home">
      <p className={settings.hint}>
        A second copy of what you made: your notes, your requests, your podcasts and where you are in each
        episode. Should the library on this computer ever be damaged, Earmark puts all of it back from here.
      </p>
      {standing === null ? null : <Facts standing={standing} />}
      <div className={styles.buttons}>
        <Button
          icon={<FolderOpen size={14} />}
          busy={doing === 'showing'}
          onClick={() => void act('showing', showFolder)}
        >
          Show folder
        </Button>
        <Button busy={doing === 'checking'} onClick={() => void act('checking', checkHome)}>
          Check now
        </Button>
        <Button aria-haspopup="dialog" onClick={() => openDialog({ kind: 'snapshots' })}>
          Snapshots…
        </Button>
        <Button busy={doing === 'moving'} onClick={() => void act('moving', moveHome)}>
          Move…
        </Button>
      </div>
      <p role="status" className={outcome?.ok === false ? settings.problem : styles.outcome}>
        {outcomeText(doing, outcome)}
      </p>
      <p className={settings.hint}>
        On another disk, or in a folder that is copied to another computer, it also outlives this disk. Moving
        copies it and compares the copy; the folder where it was is kept.
      </p>
    </SettingsSection>
  )
}

function Facts({ standing }: { standing: HomeStanding }) {
  const { folder, bytes, lastWrittenAt, lastCheck } = standing
  return (
    <dl className={settings.facts}>
      <dt>Where</dt>
      <dd>
        {whereText(standing)}
        <span className={styles.path}>{folder}</span>
      </dd>
      <dt>Size</dt>
      <dd>{bytesText(bytes)}</dd>
      <dt>Last written</dt>
      <dd>{lastWrittenAt === null ? 'Not yet' : atText(lastWrittenAt)}</dd>
      <dt>Snapshots</dt>
      <dd>{snapshotsText(standing)}</dd>
      <dt>Last check</dt>
      <dd>
        {lastCheck === null
          ? 'Not yet; it is done by itself every month'
          : `${atText(lastCheck.at)}. ${checkText(lastCheck)}`}
      </dd>
    </dl>
  )
}

function outcomeText(doing: Doing, outcome: Outcome): string | null {
  switch (doing) {
    case 'checking':
      return 'Reading all of it…'
    case 'moving':
      return 'Choose a folder; then it is copied there…'
    case 'showing':
    case 'nothing':
      if (outcome === null) return null
      return outcome.ok ? outcome.value : outcome.problem.message
  }
}
