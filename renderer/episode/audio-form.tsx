import { FolderOpen } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Result } from '../../shared/result.ts'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import styles from './audio-form.module.css'
import { type AudioTaking, chooseAudioFile, takeAudioAddress } from './give-audio.ts'

type AudioFormProps = { episodeId: EpisodeId; onTaken?: () => void }

/** Lets the person say where the audio is. It plays at once when it can; else nothing changes. */
export function AudioForm({ episodeId, onTaken }: AudioFormProps) {
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function take(taking: Promise<Result<AudioTaking>>): Promise<void> {
    setBusy(true)
    setProblem(null)
    const taken = await taking
    setBusy(false)
    if (!taken.ok) {
      setProblem(taken.problem.message)
      return
    }
    if (taken.value === 'left') return
    setAddress('')
    onTaken?.()
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!busy) void take(takeAudioAddress(episodeId, address))
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label="Audio address"
        className={styles.address}
        type="url"
        placeholder="https://"
        spellCheck={false}
        autoComplete="off"
        value={address}
        problem={problem}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" busy={busy}>
          Use address
        </Button>
        <span className={styles.or}>or</span>
        <Button
          icon={<FolderOpen size={15} />}
          disabled={busy}
          onClick={() => void take(chooseAudioFile(episodeId))}
        >
          Choose a file…
        </Button>
      </div>
    </form>
  )
}
