/** Identifiers that end in ".0", as the profile shapes them ("#.0"): what stands below 1.0 is 1.1, 1.2, … */
import type { Unit } from '../bind-types.ts'
import { shapesOf } from './shapes.ts'

const zero = '.0'

/** What the identifiers below a unit begin with: its own, but for a ".0" that its shape has. */
export function headBelow({ lead, spec }: Pick<Unit, 'lead' | 'spec'>): string | undefined {
  const id = lead?.id
  return id?.endsWith(zero) && endsInZero(spec) ? id.slice(0, -zero.length) : id
}

/** The ".0" that every identifier of a kind ends in; empty where they end in their number. */
export function tailOf(spec: Unit['spec']): string {
  return endsInZero(spec) ? zero : ''
}

function endsInZero({ id }: Unit['spec']): boolean {
  const shapes = shapesOf(id?.shape)
  return shapes.length > 0 && shapes.every(shape => shape.endsWith(`#${zero}`))
}
