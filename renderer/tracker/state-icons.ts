import { Circle, CircleCheck, CircleDotDashed, CircleSlash } from 'lucide-react'
import type { TrackingState } from '../../shared/models/tracking.ts'

export const stateIcons = {
  'to-try': Circle,
  trying: CircleDotDashed,
  worked: CircleCheck,
  'did-not': CircleSlash,
} as const satisfies Record<TrackingState, unknown>
