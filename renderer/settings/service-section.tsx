import { type FormEvent, useState } from 'react'
import { success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { syncAll } from '../sync/sync-all.ts'
import { readBaseAddress } from './read-setting.ts'
import { saveSetting } from './save-setting.ts'
import { SettingsSection } from './settings-section.tsx'
import styles from './settings-view.module.css'
import { useAppFacts, useSettings } from './store.ts'

type Answer = { kind: 'none' } | { kind: 'asking' } | { kind: 'answers' } | { kind: 'silent' }

/** Which service Earmark talks to, and whether it answers. */
export function ServiceSection() {
  const kept = useSettings((settings) => settings.apiBaseUrl)
  const fromEnvironment = useAppFacts(({ facts }) => facts?.apiBaseUrlFromEnvironment ?? null)
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })

  async function check(): Promise<void> {
    setAnswer({ kind: 'asking' })
    const checked = await call('connectivity.check', null)
    const answers = checked.ok && checked.value.reachable
    setAnswer({ kind: answers ? 'answers' : 'silent' })
    if (answers) void syncAll()
  }

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (fromEnvironment === null && typed !== null) {
      const address = readBaseAddress(typed)
      const failed = await saveSetting(
        address.ok ? success({ apiBaseUrl: address.value }) : address,
        'Address of the service changed',
      )
      setProblem(failed)
      if (failed !== null) return
      setTyped(null)
    }
    await check()
  }

  return (
    <SettingsSection title="Service">
      <form className={styles.form} onSubmit={(event) => void keep(event)} noValidate>
        <TextField
          label="Address of the service"
          className={styles.address}
          type="url"
          spellCheck={false}
          autoComplete="off"
          value={fromEnvironment ?? typed ?? kept}
          readOnly={fromEnvironment !== null}
          problem={problem}
          hint={
            fromEnvironment === null
              ? undefined
              : 'EARMARK_API_BASE_URL decides this while it is set. To change it here, start Earmark without it.'
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setProblem(null)
            setAnswer({ kind: 'none' })
          }}
        />
        <Button type="submit" busy={answer.kind === 'asking'}>
          {typed === null || fromEnvironment !== null ? 'Check' : 'Use and check'}
        </Button>
        <p role="status" className={answer.kind === 'answers' ? styles.good : styles.hint}>
          {answerText(answer)}
        </p>
      </form>
    </SettingsSection>
  )
}

function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'none':
      return ''
    case 'asking':
      return 'Asking…'
    case 'answers':
      return 'The service answers.'
    case 'silent':
      return 'Nothing answers there just now. The address is kept, and Earmark goes on trying.'
  }
}
