import { type FormEvent, useState } from 'react'
import type { ExportStanding } from '../../shared/exports/outcomes.ts'
import { call } from '../bridge.ts'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { exportTo, forgetToken, giveToken } from './acts.ts'
import { ExportProgress } from './export-progress.tsx'
import styles from './export-view.module.css'
import type { ScopeCount } from './export-view.tsx'
import { counted } from './export-words.ts'
import { useExports } from './store.ts'

/** Sends notes to Readwise, each once. */
export function ReadwiseTarget({ count }: { count: ScopeCount }) {
  const standing = useExports((state) => state.standing)
  const work = useExports((state) => state.work)
  if (standing === null) return null
  const { token, sent } = standing.readwise
  return (
    <SettingsSection title="Readwise">
      <p className={settings.hint}>
        Sends each note once, and again when you change it: Readwise then keeps both. Nothing that you delete
        here is deleted there.
        {sent === 0 ? '' : ` ${counted(sent, 'note was', 'notes were')} sent so far.`}
      </p>
      {token === 'none' ? (
        <TokenForm canKeep={standing.readwise.canKeep} />
      ) : (
        <>
          <p className={settings.hint}>{tokenWords(standing.readwise)}</p>
          <div className={styles.buttons}>
            <Button
              tone="primary"
              busy={work.kind === 'exporting' && work.target === 'readwise'}
              aria-disabled={work.kind !== 'nothing'}
              onClick={() => work.kind === 'nothing' && void exportTo('readwise')}
            >
              {`Send ${counted(count.notes, 'note', 'notes')}`}
            </Button>
            <Button onClick={() => void forgetToken()}>Forget the access token</Button>
          </div>
        </>
      )}
      <ExportProgress targets={['readwise']} />
    </SettingsSection>
  )
}

function tokenWords({ token }: ExportStanding['readwise']): string {
  return token === 'kept'
    ? 'Your access token lies in this computer’s own key store.'
    : 'Your access token is held until Earmark ends, and not written to the disk.'
}

function TokenForm({ canKeep }: { canKeep: boolean }) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function give(event: FormEvent): Promise<void> {
    event.preventDefault()
    const refused = await giveToken(typed)
    setProblem(refused)
    if (refused === null) setTyped('')
  }

  return (
    <form className={settings.form} onSubmit={(event) => void give(event)} noValidate>
      <TextField
        label="Access token of Readwise"
        className={settings.address}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        problem={problem}
        hint={
          canKeep
            ? 'It is kept in this computer’s own key store, and sent to Readwise only.'
            : 'This computer has no key store that Earmark can lock it into (on Linux: a keyring such as GNOME Keyring or KWallet). So it is not kept: it holds until Earmark ends.'
        }
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit">{canKeep ? 'Keep it' : 'Use it for now'}</Button>
        <Button
          tone="quiet"
          onClick={() => void call('app.open-outside', { url: 'https://readwise.io/access_token' })}
        >
          Where to find it
        </Button>
      </div>
    </form>
  )
}
