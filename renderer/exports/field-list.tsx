import type { Fields } from '../../shared/formats/template/fields.ts'
import styles from './template-editor.module.css'

/** What a template can say. */
export function FieldList({ fields }: { fields: Fields }) {
  return (
    <details className={styles.fields}>
      <summary>Fields</summary>
      <p className={styles.hint}>
        <code>{'{{title}}'}</code> is replaced by the title. What stands between <code>{'{{#notes}}'}</code>{' '}
        and <code>{'{{/notes}}'}</code> is written for each note; between <code>{'{{#summary}}'}</code> and{' '}
        <code>{'{{/summary}}'}</code> only where there is one, and after <code>{'{{^summary}}'}</code> only
        where there is none.
      </p>
      <Entries fields={fields} />
    </details>
  )
}

function Entries({ fields }: { fields: Fields }) {
  return (
    <dl className={styles.entries}>
      {Object.entries(fields).map(([name, { about, items }]) => (
        <div key={name} className={styles.entry}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            {about}
            {items === undefined || Object.keys(items).length === 0 ? null : <Entries fields={items} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
