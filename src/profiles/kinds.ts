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
  'story',
  'operation',
  'part'
] as const

/** Units that are handed over, each by itself: what its profile demands of them is a matter of their form. */
export const handedOver = ['step', 'commit', 'item', 'phase', 'story', 'operation'] as const
