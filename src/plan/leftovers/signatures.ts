/** Lines that whoever approves the plan is to sign. */
import type { Part } from '../../outline/types.ts'
import { reached } from '../../profiles/states.ts'
import type { Plan } from '../bind-types.ts'

const signer = /^(?:(?:approved|signed|accepted|authori[sz]ed|reviewed)(?: off)? by|signatures?|sign-?off)$/i
const signing = /\b(?:sign-?offs?|approvals?|signatures?)\b/i

/** Is a line blank for somebody's hand, and the plan not yet one that has been approved? */
export function isToBeSigned({ key, parent, value }: Part, { state }: Plan): boolean {
  if (!/^_{3,}$/.test(value?.text.trim() ?? '') || reached(state, 'approved')) return false
  return signer.test(key) || (parent !== undefined && signing.test(parent.title))
}
