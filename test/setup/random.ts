import fc from 'fast-check';

// Every run draws the same cases, so that what fails here fails everywhere; BYLAW_SEED=… draws others.
fc.configureGlobal({ seed: Number(process.env.BYLAW_SEED ?? 1) });
