#!/usr/bin/env node
import * as module from 'node:module';

// From Node 22 on the compiled program is kept between runs.
module.enableCompileCache?.();
await import('../dist/cli.js');
