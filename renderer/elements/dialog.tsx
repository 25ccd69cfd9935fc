import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  title: string
  children: ReactNode
  /** Buttons at its foot, the main one last. */
  footer?: ReactNode
  width?: 'narrow' | 'wide'
  /** Escape, the cross, and a click beside it. The owner takes the dialog away. */
  onClose: () => void
}

/**
 * A modal dialog that is open as long as it is mounted. The native element keeps the focus inside, makes the rest
 * inert, and gives the focus back to where it was.
 */
export function Dialog({ title, children, footer, width = 'narrow', onClose }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Its end comes while the element is still in the page; one that is taken out open gives no focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open) return
    dialog.showModal()
    // React's own autoFocus comes too early: what is not shown yet cannot have the focus.
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => dialog.close()
  }, [])

  // A click on the backdrop arrives at the dialog itself, one inside it at a child.
  function closeFromBackdrop(event: MouseEvent<HTMLDialogElement>): void {
    if (event.target === element.current) onClose()
  }

  return (
    <dialog
      ref={element}
      className={styles.dialog}
      data-width={width}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={closeFromBackdrop}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 id={titleId} className={styles.title} dir="auto">
            {title}
          </h2>
          <IconButton label="Close" icon={<X size={16} />} size="small" onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  )
}
