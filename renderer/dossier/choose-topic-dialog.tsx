import { type FormEvent, useId, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { topicCalled, useKnownTopics } from '../highlights/lanes/topic-picker.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { openDossier } from './open-dossier.ts'

const mostOffered = 1000

/** Asks for a topic and opens its dossier. */
export function ChooseTopicDialog() {
  const formId = useId()
  const listId = useId()
  const known = useKnownTopics()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  function open(event: FormEvent): void {
    event.preventDefault()
    const topic = topicCalled(typed, known)
    if (topic === undefined) {
      setProblem('No episode has that topic. Choose one that is offered while you type.')
      return
    }
    closeDialog()
    openDossier(topic)
  }

  return (
    <Dialog
      title="Open a topic dossier"
      onClose={closeDialog}
      footer={
        <Button tone="primary" type="submit" form={formId}>
          Open
        </Button>
      }
    >
      <form id={formId} onSubmit={open}>
        <TextField
          label="Topic"
          list={listId}
          autoComplete="off"
          data-autofocus=""
          value={typed}
          problem={problem}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <datalist id={listId}>
          {known.slice(0, mostOffered).map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
      </form>
    </Dialog>
  )
}
