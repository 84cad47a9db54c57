import type { ApprovalLevel } from '../../documents/public';
import sample from '../../programme/data/sample-clarity.json';
import type { Currency, ResourceKind, ResourceState } from '../../work/resources/resource.state';

/** A sample resource as it is written down: funds, or something in words. */
export interface SampleResource {
  readonly kind: ResourceKind;
  readonly amount?: string;
  readonly currency?: Currency;
  readonly origin?: string;
  readonly description?: string;
  readonly state: ResourceState;
}

/** What makes a sample item clear, and what it serves: `T4` is target 4, `O1` objective 1, `V2` viewpoint 2. Some lack a point, so that a gap can be seen. */
export interface SampleClarity {
  readonly number: number;
  readonly concreteObjective: string;
  readonly product: string | null;
  readonly approvalLevel: ApprovalLevel | null;
  readonly resources: readonly SampleResource[];
  readonly traces: readonly string[];
  readonly deliverables: readonly string[];
}

/** By the number of the item. */
export const sampleClarity: ReadonlyMap<string, SampleClarity> = new Map(
  (sample.items as readonly SampleClarity[]).map((entry) => [String(entry.number), entry]),
);

/** Viewpoints for show: no source names those of the programme. The first is served by no item, so that a gap can be seen. */
export const sampleViewpoints: readonly { readonly number: string; readonly text: string }[] = sample.viewpoints;
