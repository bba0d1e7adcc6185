/** What rules take a unit for. */
export const unitKinds = [
  'step',
  'phase',
  'commit',
  'item',
  'alternative',
  'decision',
  'issue',
  'prerequisite',
  'entry',
  'risk',
  'question',
  'part'
] as const
