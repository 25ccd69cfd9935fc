import { type FormEvent, useId, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { renameList, saveList } from './list-acts.ts'

const longestName = 120

export type NamedList =
  /** What is chosen in the library. */
  { is: 'new'; query: string } | { is: 'known'; id: string; name: string }

/** Asks for a smart list's name. */
export function ListNameDialog({ list }: { list: NamedList }) {
  const formId = useId()
  const [name, setName] = useState(list.is === 'new' ? '' : list.name)
  const [problem, setProblem] = useState<string | null>(null)

  function save(event: FormEvent): void {
    event.preventDefault()
    const given = name.trim()
    if (given === '') {
      setProblem('Give it a name.')
      return
    }
    closeDialog()
    void (list.is === 'new' ? saveList(given, list.query) : renameList(list.id, given))
  }

  return (
    <Dialog
      title={list.is === 'new' ? 'Save as a smart list' : 'Rename the smart list'}
      onClose={closeDialog}
      footer={
        <Button tone="primary" type="submit" form={formId}>
          Save
        </Button>
      }
    >
      <form id={formId} onSubmit={save}>
        <TextField
          label="Name"
          autoComplete="off"
          maxLength={longestName}
          data-autofocus=""
          hint={
            list.is === 'new'
              ? 'It stands in the sidebar, and follows your library: episodes come and go as they fit.'
              : undefined
          }
          value={name}
          problem={problem}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
      </form>
    </Dialog>
  )
}
