/** What OpenSpec's validator says, and which rule of planlint says it; undefined where planlint does not, with the reason in docs/formats/openspec.md. */
export const kinds: readonly (readonly [says: RegExp, rule: string | undefined, or?: string])[] = [
  [/^Delta spec found at /, 'traceability'],
  [/^No delta sections found/, 'required-sections'],
  [/^Delta sections .* no requirement entries parsed/, 'step-sequence'],
  [/^Header "### Requirement:?" .*missing a requirement name/, 'task-format'],
  [/^Requirement ".*" is (?:under|above)/, 'task-format'],
  [/^RENAMED (?:FROM|TO): .*has no matching/, 'step-sequence'],
  [/^Duplicate (?:requirement|FROM|TO) in /, 'step-sequence'],
  [/^Requirement present in both /, 'step-sequence'],
  [/^MODIFIED references old name from RENAMED/, 'step-sequence'],
  [/^RENAMED TO collides with ADDED/, 'step-sequence'],
  [/^(?:ADDED|MODIFIED) ".*" is missing requirement text/, 'requirement-form'],
  [/(?:must|should) contain SHALL or MUST/, 'requirement-form'],
  [/must include at least one scenario|^Requirement must have at least one scenario/, 'scenario'],
  [/^MODIFIED ".*" omits scenario/, 'traceability'],
  // Told of in the main spec.
  [/^Archive would refuse this delta: .*target spec is structurally invalid/, undefined],
  [/^Archive would refuse this delta/, 'traceability'],
  [/^This change counts as 0 tasks/, 'task-format'],
  [/^Task "\d+\.\d+" is under group/, 'step-sequence'],
  [/^Task ID ".*" is duplicated/, 'step-sequence'],
  // It says the same of an empty one.
  [/^Spec must have a (?:Purpose|Requirements) section/, 'required-sections', 'section-content'],
  [/^Purpose section is still a placeholder/, 'no-placeholder'],
  [/^Spec must have at least one requirement/, 'step-sequence'],
  [/^Requirement header ".*" appears outside/, 'task-format'],
  [/^Requirement header ".*" duplicates/, 'step-sequence'],
  // Told of by what stands below it.
  [/^Main spec contains delta header/, 'task-format', 'scenario'],
  // Not said.
  [/^Change must have at least one delta/, undefined],
  [/^skip_specs is set/, undefined],
  [/^Purpose section is too brief/, undefined],
  [/^Requirement text is very long/, undefined],
  [/^Header ".*is not a "### Requirement:" header/, 'task-format', 'scenario']
]
