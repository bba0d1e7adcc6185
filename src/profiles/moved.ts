/** Keys of earlier versions of the profile language, and what says the same now. */
export const moved: Readonly<Record<string, string>> = {
  metadata: '`fields` of the profile: the document holds fields as everything else does',
  name: "a unit's `role`; what rules take it for is `counts`",
  first: '`where: middle` on the fields',
  last: '`where: middle` on the fields',
  startAlso: 'part of `start`: `[1, 0]`',
  given: '`required: false`',
  inside: 'gone: items that tell to verify something are always read',
  extra: 'gone: a tracking checklist may hold other items',
  except: '`where: { except: […] }` on a demand',
  implementation: 'gone: the last of `values` is it',
  noneNeedsReason: '`none: reason`',
  fieldsOrProse: '`or: prose`',
  sentences: '`max`',
  mayNest: '`reach: next`',
  document:
    '`fields` and `content` of the profile: `{ kind: title, words: […] }`, `{ kind: date }`, a field of `kind: link`',
  progress: '`values` of the field, with the states that each goes with: `{ Design: [draft], Work: [active] }`',
  approval: '`kind: approver` of the field',
  requiredFrom: '`from`',
  phase: '`from`, with the name of the phase',
  states: '`values` of the field, with the state that each means: `{ Draft: draft }`',
  marked: '`each: mark`'
}
