/** Messages of the rule. */
export type Id =
  | 'missing'
  | 'misspelt'
  | 'duplicate'
  | 'misplaced'
  | 'nested'
  | 'number'
  | 'unnumbered'
  | 'brokenFence'
  | 'unclosedFence'
  | 'unevenFence'
  | 'unspaced'
  | 'stray'
