import { useId, useState } from 'react'
import { defaultFileName, defaultTemplate } from '../../shared/formats/template/default-templates.ts'
import { episodeFields, fileNameFields } from '../../shared/formats/template/fields.ts'
import { templateProblem } from '../../shared/formats/template/template-problem.ts'
import { success } from '../../shared/result.ts'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { saveSetting } from '../settings/save-setting.ts'
import settings from '../settings/settings-view.module.css'
import { useSettings } from '../settings/store.ts'
import { FieldList } from './field-list.tsx'
import styles from './template-editor.module.css'
import { TemplatePreview } from './template-preview.tsx'

/** How files are named and what Earmark writes into them, beside what comes of it for an episode of the person's. */
export function TemplateEditor() {
  const keptName = useSettings(({ noteFileName }) => noteFileName || defaultFileName)
  const keptBody = useSettings(({ noteTemplate }) => noteTemplate || defaultTemplate)
  const [name, setName] = useState(keptName)
  const [body, setBody] = useState(keptBody)
  const [problem, setProblem] = useState<string | null>(null)
  const bodyId = useId()
  const problemId = useId()
  const nameProblem = templateProblem(name, fileNameFields)
  const bodyProblem = templateProblem(body, episodeFields)
  const isKept = name === keptName && body === keptBody
  const isOwn = keptName !== defaultFileName || keptBody !== defaultTemplate

  async function keep(nextName: string, nextBody: string): Promise<void> {
    const change = {
      noteFileName: nextName === defaultFileName ? '' : nextName,
      noteTemplate: nextBody === defaultTemplate ? '' : nextBody,
    }
    setProblem(await saveSetting(success(change), 'Template kept'))
  }

  return (
    <div className={styles.editor}>
      <TextField
        label="Name of each file"
        spellCheck={false}
        value={name}
        maxLength={300}
        problem={nameProblem}
        hint="A slash makes a folder. A file keeps the name that it has, also when this changes."
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.field}>
        <label htmlFor={bodyId}>Template</label>
        <textarea
          id={bodyId}
          className={styles.template}
          spellCheck={false}
          rows={12}
          maxLength={20_000}
          value={body}
          aria-invalid={bodyProblem !== null || undefined}
          aria-describedby={bodyProblem === null ? undefined : problemId}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {bodyProblem === null ? null : (
          <p id={problemId} role="alert" className={settings.problem}>
            {bodyProblem}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          aria-disabled={isKept || nameProblem !== null || bodyProblem !== null}
          onClick={() => {
            if (!isKept && nameProblem === null && bodyProblem === null) void keep(name, body)
          }}
        >
          {isKept ? 'In use' : 'Use this template'}
        </Button>
        {isKept && !isOwn ? null : (
          <Button
            onClick={() => {
              setName(defaultFileName)
              setBody(defaultTemplate)
              void keep(defaultFileName, defaultTemplate)
            }}
          >
            Back to Earmark’s own
          </Button>
        )}
      </div>
      {problem === null ? null : <p className={settings.problem}>{problem}</p>}
      <FieldList fields={episodeFields} />
      <TemplatePreview name={nameProblem === null ? name : null} body={bodyProblem === null ? body : null} />
    </div>
  )
}
