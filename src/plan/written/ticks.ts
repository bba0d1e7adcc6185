import type { Unit } from '../bind-types.ts'

const done = /^(?:[✅✔☑]\uFE0F?|\[[xX]\]|[xX]|yes|done|completed?)(?![\p{L}\p{N}])/iu
const open = /^(?:[-–—]{0,3}|\[ ?\]|[⬜☐❌✗✘⏳]\uFE0F?|no|open|pending|planned|not started|to ?do)$/iu

/** The box of a unit whose profile says which of its fields is one; what is neither a tick nor nothing says neither. */
export function tickOf({ spec, part, fields }: Unit): Unit['box'] {
  const field = spec.ticked === undefined ? undefined : fields.find(each => each.spec.label === spec.ticked)
  if (!field?.part) return undefined
  const said = (field.part.value?.text ?? '').trim()
  return {
    state: done.test(said) ? 'done' : open.test(said) ? 'open' : 'unknown',
    text: part.title,
    place: field.place ?? field.part.place,
    ...field.part.span
  }
}
