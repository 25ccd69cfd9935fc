import { Bug } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { reportFault } from './faults.ts'

type FaultBoundaryProps = {
  children: ReactNode
  /** What is shown inside; when it changes, what failed is tried anew. */
  about: string
}

/** Keeps a bug in one part of the page from taking the rest along: the player plays on. */
export class FaultBoundary extends Component<FaultBoundaryProps, { failed: string | null }> {
  override state: { failed: string | null } = { failed: null }

  override componentDidCatch(fault: unknown): void {
    reportFault(fault)
    this.setState({ failed: this.props.about })
  }

  static getDerivedStateFromError(): { failed: string | null } {
    return { failed: '' }
  }

  override componentDidUpdate(before: FaultBoundaryProps): void {
    if (before.about !== this.props.about && this.state.failed !== null) this.setState({ failed: null })
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children
    return (
      <div role="alert">
        <EmptyState
          icon={<Bug size={20} />}
          title="Something in Earmark went wrong here"
          action={<Button onClick={() => location.reload()}>Reload</Button>}
        >
          Your library and notes are kept. The log has the details. Reload to go on.
        </EmptyState>
      </div>
    )
  }
}
