import { useRef } from 'react'
import { Button } from '../elements/button.tsx'

type ChooseFilesProps = {
  label: string
  isBusy: boolean
  onChosen: (files: File[]) => void
} & ({ accept: string; isFolder?: false } | { isFolder: true; accept?: undefined })

/**
 * A button that opens the system's dialog. The page learns neither paths nor anything that was not chosen, and its worker reads the
 * files itself, where nothing can reach the disk or the network.
 */
export function ChooseFiles({ label, accept, isFolder = false, isBusy, onChosen }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button aria-disabled={isBusy} onClick={() => isBusy || input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple
        accept={accept}
        {...(isFolder ? { webkitdirectory: '' } : {})}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // Else choosing the same ones again would be no change.
          currentTarget.value = ''
          onChosen(files)
        }}
      />
    </>
  )
}
