import type { CheckModule } from '../contract.ts';

export const importsChecks: CheckModule<'imports'> = {
  kind: 'imports',
  prepare: () => ({}),
};
