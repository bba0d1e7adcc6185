import { extendProfile } from './extend.ts'
import type { Profile } from './schema.ts'
import advisorPlan from './builtin/agents/advisor-plan.json' with { type: 'json' }
import backlogPlan from './builtin/plans/backlog-plan.json' with { type: 'json' }
import bmadBuild from './builtin/agents/bmad-build.json' with { type: 'json' }
import bmadStory from './builtin/agents/bmad-story.json' with { type: 'json' }
import copilotPlan from './builtin/agents/copilot-plan.json' with { type: 'json' }
import cursorPlan from './builtin/agents/cursor-plan.json' with { type: 'json' }
import designPlan from './builtin/plans/design-plan.json' with { type: 'json' }
import designPlanTemplate from './builtin/plans/design-plan.template.json' with { type: 'json' }
import execplan from './builtin/agents/execplan.json' with { type: 'json' }
import generic from './builtin/plans/generic.json' with { type: 'json' }
import gsdPlan from './builtin/agents/gsd-plan.json' with { type: 'json' }
import handoffPlan from './builtin/plans/handoff-plan.json' with { type: 'json' }
import handoffPlanTemplate from './builtin/plans/handoff-plan.template.json' with { type: 'json' }
import kiroBugfix from './builtin/kiro/kiro-bugfix.json' with { type: 'json' }
import kiroDesign from './builtin/kiro/kiro-design.json' with { type: 'json' }
import kiroRequirements from './builtin/kiro/kiro-requirements.json' with { type: 'json' }
import kiroTasks from './builtin/kiro/kiro-tasks.json' with { type: 'json' }
import openspecDelta from './builtin/openspec/openspec-delta.json' with { type: 'json' }
import openspecDesign from './builtin/openspec/openspec-design.json' with { type: 'json' }
import openspecProposal from './builtin/openspec/openspec-proposal.json' with { type: 'json' }
import openspecSpec from './builtin/openspec/openspec-spec.json' with { type: 'json' }
import openspecTasks from './builtin/openspec/openspec-tasks.json' with { type: 'json' }
import planningMd from './builtin/plans/planning-md.json' with { type: 'json' }
import planningMdTemplate from './builtin/plans/planning-md.template.json' with { type: 'json' }
import speckitChecklist from './builtin/speckit/speckit-checklist.json' with { type: 'json' }
import speckitConstitution from './builtin/speckit/speckit-constitution.json' with { type: 'json' }
import speckitDataModel from './builtin/speckit/speckit-data-model.json' with { type: 'json' }
import speckitLeanPlan from './builtin/speckit/speckit-lean-plan.json' with { type: 'json' }
import speckitLeanSpec from './builtin/speckit/speckit-lean-spec.json' with { type: 'json' }
import speckitPlan from './builtin/speckit/speckit-plan.json' with { type: 'json' }
import speckitQuickstart from './builtin/speckit/speckit-quickstart.json' with { type: 'json' }
import speckitResearch from './builtin/speckit/speckit-research.json' with { type: 'json' }
import speckitSpec from './builtin/speckit/speckit-spec.json' with { type: 'json' }
import speckitTasks from './builtin/speckit/speckit-tasks.json' with { type: 'json' }
import superpowersPlan from './builtin/agents/superpowers-plan.json' with { type: 'json' }
import taskPlan from './builtin/plans/task-plan.json' with { type: 'json' }
import taskPlanTemplate from './builtin/plans/task-plan.template.json' with { type: 'json' }

/** What a template leaves in a plan is known by hashes too: it stands beside the profile, in a file that nobody needs to read. The profiles that come with planlint. They are checked against the schema by a test, not at every start. */
export const builtinProfiles: readonly Profile[] = [
  { ...designPlan, placeholders: designPlanTemplate },
  { ...planningMd, placeholders: planningMdTemplate },
  { ...handoffPlan, placeholders: handoffPlanTemplate },
  { ...taskPlan, placeholders: taskPlanTemplate },
  backlogPlan,
  superpowersPlan,
  gsdPlan,
  bmadStory,
  bmadBuild,
  // Its text is free.
  extendProfile(cursorPlan, generic),
  execplan,
  advisorPlan,
  copilotPlan,
  // Before what lies in any folder "specs".
  kiroRequirements,
  kiroBugfix,
  kiroDesign,
  kiroTasks,
  openspecProposal,
  openspecDesign,
  openspecTasks,
  openspecSpec,
  openspecDelta,
  // Before the longer form, of whose marks they have none.
  speckitLeanSpec,
  speckitLeanPlan,
  speckitSpec,
  speckitPlan,
  speckitTasks,
  speckitResearch,
  speckitDataModel,
  speckitChecklist,
  speckitQuickstart,
  speckitConstitution
] as Profile[]

/** For what is like a plan and follows no template that is known: it demands no section, and is not sought among the others. */
export const genericProfile = generic as Profile

/** All that planlint comes with. */
export const shippedProfiles: readonly Profile[] = [...builtinProfiles, genericProfile]
