#!/usr/bin/env node
// From Node 22 on the compiled program is kept between runs.
require('node:module').enableCompileCache?.();
require('../dist/program/cli.cjs');
