import { useId, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { Switch } from '../elements/switch.tsx'
import { atText } from '../home-view/home-words.ts'
import settings from '../settings/settings-view.module.css'
import { useSettings } from '../settings/store.ts'
import { importArchive, leaveArchive } from './acts.ts'
import {
  addressWarning,
  bringBackText,
  planLines,
  sampleLines,
  settingLines,
  unreadableText,
} from './archive-words.ts'
import styles from './import-dialog.module.css'
import type { ImportPlan } from './import-plan.ts'
import { useArchive } from './store.ts'

/** What importing an archive would do, before anything is done. */
export function ImportDialog() {
  const work = useArchive((state) => state.work)
  const bringBackId = useId()
  const [bringsBack, setBringsBack] = useState(false)
  if (work.kind !== 'asking') return null
  const { archive, plan } = work
  return (
    <Dialog
      title={`Import “${archive.name}”?`}
      width="wide"
      onClose={() => void leaveArchive()}
      footer={
        <>
          <Button onClick={() => void leaveArchive()}>Cancel</Button>
          <Button tone="primary" data-autofocus="" onClick={() => void importArchive(bringsBack)}>
            Import
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <p>
          It was written on {atText(archive.createdAt)}, and all of it is whole. Of each thing, what was
          changed last holds: nothing here that is newer is touched. You can undo the import afterwards.
        </p>
        <AddressWarning plan={plan} />
        <PlanTable plan={plan} />
        <Settings plan={plan} />
        <Samples plan={plan} />
        {plan.deletedHere === 0 ? null : (
          <div className={settings.row}>
            <label htmlFor={bringBackId}>{bringBackText(plan.deletedHere)}</label>
            <Switch id={bringBackId} on={bringsBack} onChange={setBringsBack} />
          </div>
        )}
        <Aside sentence={unreadableText(plan.unreadable)} />
      </div>
    </Dialog>
  )
}

function AddressWarning({ plan }: { plan: ImportPlan }) {
  const address = useSettings((state) => state.apiBaseUrl)
  const sentence = addressWarning(plan.settings, address)
  return sentence === null ? null : <p className={styles.warning}>{sentence}</p>
}

function PlanTable({ plan }: { plan: ImportPlan }) {
  const lines = planLines(plan)
  if (lines.length === 0) return null
  return (
    <table className={styles.table} aria-label="What would be imported">
      <thead>
        <tr>
          <td />
          <th scope="col">New</th>
          <th scope="col">Changed</th>
          <th scope="col">Deleted</th>
          <th scope="col">Left as here</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, added, changed, deleted, kept }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Count number={added} />
            <Count number={changed} />
            <Count number={deleted} />
            <Count number={kept} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ number }: { number: number }) {
  return <td data-none={number === 0}>{number.toLocaleString('en')}</td>
}

function Settings({ plan }: { plan: ImportPlan }) {
  const lines = settingLines(plan.settings)
  if (lines.length === 0) return null
  return (
    <section aria-label="Settings">
      <h3 className={styles.subheading}>Settings become</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Samples({ plan }: { plan: ImportPlan }) {
  const groups = sampleLines(plan.samples)
  if (groups.length === 0) return null
  return (
    <section aria-label="For example">
      <h3 className={styles.subheading}>For example</h3>
      <dl className={styles.samples}>
        {groups.map(({ name, titles }) => (
          <div key={name} className={styles.group}>
            <dt>{name}</dt>
            {titles.map((title) => (
              <dd key={title} dir="auto">
                {title}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

function Aside({ sentence }: { sentence: string | null }) {
  return sentence === null ? null : <p className={styles.aside}>{sentence}</p>
}
