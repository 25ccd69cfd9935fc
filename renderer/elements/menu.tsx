import { EllipsisVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { IconButton } from './icon-button.tsx'
import styles from './menu.module.css'
import { neighbour } from './roving.ts'

export type MenuItem = {
  label: string
  icon?: ReactNode
  tone?: 'plain' | 'danger'
  disabled?: boolean
  run: () => void
}

type MenuProps = {
  /** The name of its button: what the menu acts on, e.g. "More about Night Shift". */
  label: string
  items: readonly MenuItem[]
  icon?: ReactNode
  size?: 'small' | 'medium'
  className?: string | undefined
  /** Of a list that has one stop of its own for Tab. */
  tabIndex?: number
}

/** A button with a menu in the top layer; the style sheet places it beside the button. */
export function Menu({ label, items, icon, size = 'small', className, tabIndex }: MenuProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  function focusOn(index: number): void {
    list.current?.querySelectorAll<HTMLElement>('[role=menuitem]')[index]?.focus()
  }

  function moveFocus(event: KeyboardEvent): void {
    const all: (Element | null)[] = [...(list.current?.querySelectorAll('[role=menuitem]') ?? [])]
    const next = neighbour(event.key, all.indexOf(document.activeElement), all.length)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    focusOn(next)
  }

  return (
    <>
      <IconButton
        label={label}
        icon={icon ?? <EllipsisVertical size={16} />}
        size={size}
        className={className}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      />
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.menu}
        onKeyDown={moveFocus}
        onToggle={(event) => {
          const opened = event.newState === 'open'
          setOpen(opened)
          if (opened) focusOn(0)
        }}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-disabled={item.disabled || undefined}
            className={styles.item}
            data-tone={item.tone ?? 'plain'}
            onClick={() => {
              if (item.disabled) return
              list.current?.hidePopover()
              item.run()
            }}
          >
            <span className={styles.icon}>{item.icon}</span>
            {item.label}
          </button>
        ))}
      </div>
    </>
  )
}
