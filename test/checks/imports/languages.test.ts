import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphs } from '../../../src/checks/imports/graph.ts';
import { startJavaScript } from '../../../src/checks/imports/languages/javascript.ts';
import { repoPath } from '../../../src/model/path.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import type { Files } from './judged.ts';

beforeAll(startJavaScript);

/** Each edge as `kind:path` or `kind:module`, with marks for type-only (`~`) and later ones (`?`). */
function edges(files: Files, path: string): string {
  const graph = createGraphs().of(memoryView(files));
  return graph
    .edges(repoPath(path))
    .map(({ fact, to }) => `${fact.typeOnly ? '~' : ''}${fact.lazy ? '?' : ''}${to.kind}:${to.path ?? to.module}`)
    .join(' ');
}

type Row = readonly [text: string, expected: string];

describe('imports of TypeScript and JavaScript', () => {
  const files: Files = {
    'package.json': JSON.stringify({
      name: 'root',
      workspaces: ['packages/*'],
      imports: { '#db/*': './src/db/*.ts', '#ext': 'pg' },
    }),
    'tsconfig.json': '{"compilerOptions": {"paths": {"@app/*": ["./src/*"], "@only": ["./src/only.ts"]}}, /* c */ }',
    'src/b.ts': '',
    'src/b.css': '',
    'src/only.ts': '',
    'src/comp.tsx': '',
    'src/page.vue': '',
    'src/dir/index.ts': '',
    'src/db/pool.ts': '',
    'src/types.d.ts': '',
    'packages/ui/package.json': JSON.stringify({
      name: '@acme/ui',
      exports: {
        '.': { types: './dist/index.d.ts', import: './dist/index.js' },
        './button': './dist/button.js',
        './icons/*': './dist/icons/*.js',
      },
    }),
    'packages/ui/src/index.ts': '',
    'packages/ui/src/button.tsx': '',
    'packages/ui/src/icons/star.ts': '',
    'packages/ui/src/hidden.ts': '',
    'packages/core/package.json': '{"name": "@acme/core", "main": "lib/main.js"}',
    'packages/core/lib/main.js': '',
    'packages/core/lib/deep.js': '',
    'packages/core/tsconfig.json': '{"extends": "../../tsconfig.base.json"}',
    'tsconfig.base.json': '{"compilerOptions": {"baseUrl": ".", "paths": {"~core/*": ["packages/core/lib/*"]}}}',
    'packages/bare/package.json': '{"name": "bare"}',
  };
  const rows: readonly Row[] = [
    ["import a from './b'", 'file:src/b.ts'],
    ["import a from './b.js'", 'file:src/b.ts'],
    ["import './b.css'", 'file:src/b.css'],
    ["import C from './comp.jsx'", 'file:src/comp.tsx'],
    ["import P from './page.vue'", 'file:src/page.vue'],
    ["import P from './page'", 'file:src/page.vue'],
    ["import d from './dir'", 'file:src/dir/index.ts'],
    ["import d from './dir/'", 'file:src/dir/index.ts'],
    ["import d from './'", 'folder:src'],
    ["import d from '../src/b'", 'file:src/b.ts'],
    ["import t from './types'", 'file:src/types.d.ts'],
    ["import x from './nope'", 'missing:src/nope'],
    ["import x from './b?raw'", 'file:src/b.ts'],
    ["import type { T } from './b'", '~file:src/b.ts'],
    ["import { type T, type U } from './b'", '~file:src/b.ts'],
    ["import { type T, u } from './b'", 'file:src/b.ts'],
    ["export * from './b'", 'file:src/b.ts'],
    ["export type { T } from './b'", '~file:src/b.ts'],
    ["export { x } from './b'", 'file:src/b.ts'],
    ["const a = require('./b')", 'file:src/b.ts'],
    ["function f() { return require('./b') }", '?file:src/b.ts'],
    ["import a = require('./b')", 'file:src/b.ts'],
    ["const a = await import('./b')", '?file:src/b.ts'],
    ['const a = await import(`./b`)', '?file:src/b.ts'],
    ["type A = import('./b').T", '~file:src/b.ts'],
    ["type A = typeof import('./b')", '~file:src/b.ts'],
    ["import fs from 'node:fs'", 'builtin:fs'],
    ["import fs from 'fs/promises'", 'builtin:fs/promises'],
    ["import { test } from 'bun:test'", 'builtin:bun:test'],
    ["import z from 'zod'", 'package:zod'],
    ["import fp from 'lodash/fp'", 'package:lodash/fp'],
    ["import x from '@scope/pkg/deep'", 'package:@scope/pkg/deep'],
    ["import a from '@app/b'", 'file:src/b.ts'],
    ["import a from '@app/none'", 'missing:src/none'],
    ["import a from '@only'", 'file:src/only.ts'],
    ["import a from '@/b'", 'file:src/b.ts'],
    ["import a from '@/none/x'", 'missing:src/none/x'],
    ["import a from '#db/pool'", 'file:src/db/pool.ts'],
    ["import a from '#ext'", 'package:pg'],
    ["import a from '@acme/ui'", 'file:packages/ui/src/index.ts'],
    ["import a from '@acme/ui/button'", 'file:packages/ui/src/button.tsx'],
    ["import a from '@acme/ui/icons/star'", 'file:packages/ui/src/icons/star.ts'],
    ["import a from '@acme/ui/src/hidden'", 'file:packages/ui/src/hidden.ts'],
    ["import a from '@acme/core'", 'file:packages/core/lib/main.js'],
    ["import a from '@acme/core/lib/deep'", 'file:packages/core/lib/deep.js'],
    ["import a from 'bare'", 'folder:packages/bare'],
    ["// import a from './b'", ''],
    ['const s = "import a from \'./b\'"', ''],
    ['const a = import(name)', ''],
    ["const a = obj.require('./b')", ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'src/a.ts': text }, 'src/a.ts')).toBe(expected);
  });

  it('an inherited alias starts from where it is written', () => {
    expect(edges({ ...files, 'packages/core/x.ts': "import '~core/deep'" }, 'packages/core/x.ts')).toBe(
      'file:packages/core/lib/deep.js',
    );
  });
  it('a project that is split lends the aliases of its parts', () => {
    const split = {
      'tsconfig.json': '{"files": [], "references": [{"path": "./tsconfig.app.json"}]}',
      'tsconfig.app.json': '{"compilerOptions": {"paths": {"%/*": ["./lib/*"]}}}',
      'lib/x.ts': '',
      'a.ts': "import '%/x'",
    };
    expect(edges(split, 'a.ts')).toBe('file:lib/x.ts');
  });
  it('script blocks of components', () => {
    const vue =
      '<template><p>import x from "./no"</p></template>\n<script setup lang="ts">\nimport b from "./b"\n</script>\n';
    expect(edges({ 'a.vue': vue, 'b.ts': '' }, 'a.vue')).toBe('file:b.ts');
    expect(edges({ 'a.astro': '---\nimport b from "./b"\n---\n<p>import</p>', 'b.ts': '' }, 'a.astro')).toBe(
      'file:b.ts',
    );
  });
  it('CommonJS and JSX in plain files', () => {
    expect(edges({ 'a.js': "const b = require('./b'); if (b) return; const c = <div/>;", 'b.js': '' }, 'a.js')).toBe(
      'file:b.js',
    );
  });
});

describe('imports of Python', () => {
  const files: Files = {
    'pyproject.toml': '[project]\nname = "shop"\n',
    'src/shop/__init__.py': '',
    'src/shop/db/__init__.py': '',
    'src/shop/db/pool.py': '',
    'src/shop/util.py': '',
    'src/space/part.py': '',
    'scripts/tool.py': '',
  };
  const rows: readonly Row[] = [
    ['import os', 'builtin:os'],
    ['import os.path as p, sys', 'builtin:os/path builtin:sys'],
    ['from os import path', 'builtin:os'],
    ['import numpy as np', 'package:numpy'],
    ['from sklearn.linear_model import Ridge', 'package:sklearn/linear_model'],
    ['import shop.db.pool', 'file:src/shop/db/pool.py'],
    ['from shop.db import pool', 'file:src/shop/db/pool.py'],
    ['from shop.db import pool, connect', 'file:src/shop/db/__init__.py file:src/shop/db/pool.py'],
    ['from shop.util import helper', 'file:src/shop/util.py'],
    ['from shop import util', 'file:src/shop/util.py'],
    ['from shop.nope import x', 'missing:src/shop/nope'],
    ['from . import util', 'file:src/shop/util.py'],
    ['from .db import pool', 'file:src/shop/db/pool.py'],
    ['from .db.pool import Pool', 'file:src/shop/db/pool.py'],
    ['from ..shop.util import x', 'file:src/shop/util.py'],
    ['from .nope import x', 'missing:src/shop/nope'],
    ['from space import part', 'file:src/space/part.py'],
    [
      'from shop.db import (\n    pool,  # the pool\n    connect as c,\n)',
      'file:src/shop/db/__init__.py file:src/shop/db/pool.py',
    ],
    ['from shop.db import pool, \\\n    connect', 'file:src/shop/db/__init__.py file:src/shop/db/pool.py'],
    ['if TYPE_CHECKING:\n    import shop.util\nimport sys', '~file:src/shop/util.py builtin:sys'],
    [
      'if typing.TYPE_CHECKING:\n    from shop import util\nelse:\n    import sys',
      '~file:src/shop/util.py builtin:sys',
    ],
    ['def f():\n    import shop.util\n', '?file:src/shop/util.py'],
    ['class A:\n    def f(self):\n        if True:\n            import sys\n', '?builtin:sys'],
    ['try:\n    import ujson\nexcept ImportError:\n    import json\n', 'package:ujson builtin:json'],
    ['import sys; import os', 'builtin:sys builtin:os'],
    ['"""\nimport shop.util\n"""\n# import sys', ''],
    ["importlib.import_module('shop.util')", '?file:src/shop/util.py'],
    ['from shop.util import *', 'file:src/shop/util.py'],
    ['important = 1\nfrom_x = 2', ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'src/shop/a.py': text }, 'src/shop/a.py')).toBe(expected);
  });
});

describe('imports of Go', () => {
  const files: Files = {
    'go.mod': 'module example.com/shop\n\ngo 1.22\n',
    'internal/db/db.go': 'package db\n',
    'tools/go.mod': 'module example.com/shop/tools\n',
    'tools/gen/gen.go': 'package gen\n',
  };
  const rows: readonly Row[] = [
    ['import "fmt"', 'builtin:fmt'],
    ['import "example.com/shop/internal/db"', 'folder:internal/db'],
    ['import d "example.com/shop/internal/db"', 'folder:internal/db'],
    [
      'import (\n\t"net/http"\n\t_ "github.com/lib/pq" // driver\n\n\t. "example.com/shop/tools/gen"\n)',
      'builtin:net/http package:github.com/lib/pq folder:tools/gen',
    ],
    ['import "example.com/shop/nope"', 'missing:nope'],
    ['import "C"', 'builtin:C'],
    ['// import "fmt"\nvar s = `\nimport "os"\n`', ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'main.go': `package main\n\n${text}\n` }, 'main.go')).toBe(expected);
  });
});

describe('imports of Rust', () => {
  const files: Files = {
    'Cargo.toml': '[package]\nname = "shop"\n\n[dependencies]\nserde = "1"\n',
    'src/lib.rs': '',
    'src/db/mod.rs': '',
    'src/db/pool.rs': '',
    'src/ui.rs': '',
    'src/ui/button.rs': '',
    'crates/my-util/Cargo.toml': '[package]\nname = "my-util"\n',
    'crates/my-util/src/lib.rs': '',
    'crates/my-util/src/text.rs': '',
  };
  const rows: readonly Row[] = [
    ['use crate::db::pool::Pool;', 'file:src/db/pool.rs'],
    ['use crate::db::{pool, connect};', 'file:src/db/pool.rs file:src/db/mod.rs'],
    [
      'use crate::{db::pool::{self, Pool as P}, ui::button::Button};',
      'file:src/db/pool.rs file:src/db/pool.rs file:src/ui/button.rs',
    ],
    ['use super::db;', 'file:src/db/mod.rs'],
    ['use self::button::Button;', 'file:src/ui/button.rs'],
    ['use button::Button;', 'file:src/ui/button.rs'],
    ['mod button;', 'file:src/ui/button.rs'],
    ['pub(crate) mod button;\npub use crate::db::pool::*;', 'file:src/ui/button.rs file:src/db/pool.rs'],
    ['use std::{fmt, io::Read};', 'builtin:std/fmt builtin:std/io/Read'],
    ['use serde::Deserialize;', 'package:serde/Deserialize'],
    ['use my_util::text::trim;', 'file:crates/my-util/src/text.rs'],
    ['extern crate alloc;', 'builtin:alloc'],
    ['mod tests {\n    use super::*;\n    use crate::db;\n}', 'file:src/lib.rs file:src/db/mod.rs'],
    ['// use crate::db;\nconst S: &str = "use crate::db;";', ''],
    ["fn f<'a>(x: &'a str) -> char { '\"' }\nuse crate::db;", 'file:src/db/mod.rs'],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'src/ui.rs': text }, 'src/ui.rs')).toBe(expected);
  });
});

describe('imports of Java and Kotlin', () => {
  const files: Files = {
    'app/src/main/java/com/acme/shop/db/Pool.java': '',
    'app/src/main/kotlin/com/acme/shop/ui/Views.kt': '',
    'core/src/main/java/com/acme/core/Money.java': '',
  };
  const rows: readonly Row[] = [
    ['import java.util.List;', 'builtin:java/util/List'],
    ['import com.acme.shop.db.Pool;', 'file:app/src/main/java/com/acme/shop/db/Pool.java'],
    ['import com.acme.shop.db.Pool.Builder;', 'file:app/src/main/java/com/acme/shop/db/Pool.java'],
    ['import static com.acme.shop.db.Pool.open;', 'file:app/src/main/java/com/acme/shop/db/Pool.java'],
    ['import com.acme.shop.db.*;', 'folder:app/src/main/java/com/acme/shop/db'],
    ['import com.acme.core.Money;', 'file:core/src/main/java/com/acme/core/Money.java'],
    ['import com.acme.shop.ui.renderAll', 'missing:app/src/main/kotlin/com/acme/shop/ui/renderAll'],
    ['import com.acme.shop.mail.Sender;', 'missing:app/src/main/java/com/acme/shop/mail/Sender'],
    ['import org.junit.jupiter.api.Test;', 'package:org/junit/jupiter/api/Test'],
    ['/* import com.acme.shop.db.Pool; */', ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    const path = 'app/src/main/java/com/acme/shop/A.java';
    expect(edges({ ...files, [path]: `package com.acme.shop;\n${text}\n` }, path)).toBe(expected);
  });
});

describe('includes of C and C++', () => {
  const files: Files = { 'src/net/a.h': '', 'src/net/b.h': '', 'include/shop/api.h': '', 'lib/x/include/x/x.h': '' };
  const rows: readonly Row[] = [
    ['#include "b.h"', 'file:src/net/b.h'],
    ['#include "../net/b.h"', 'file:src/net/b.h'],
    ['#include <shop/api.h>', 'file:include/shop/api.h'],
    ['#include <x/x.h>', 'file:lib/x/include/x/x.h'],
    ['#  include <vector>', 'builtin:vector'],
    ['#include <boost/asio.hpp>', 'package:boost/asio.hpp'],
    ['#include "nope.h"', 'missing:src/net/nope.h'],
    ['// #include "b.h"\n/* #include "b.h" */', ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'src/net/a.cpp': text }, 'src/net/a.cpp')).toBe(expected);
  });
});

describe('usings of C#', () => {
  const files: Files = {
    'src/Shop.Core/Shop.Core.csproj': '<Project/>',
    'src/Shop.Core/Orders/Order.cs': '',
    'src/Shop.Web/Shop.Web.csproj':
      '<Project><ItemGroup><ProjectReference Include="..\\Shop.Core\\Shop.Core.csproj" /></ItemGroup></Project>',
  };
  const rows: readonly Row[] = [
    ['using System.Text;', 'builtin:System/Text'],
    ['using Shop.Core.Orders;', 'folder:src/Shop.Core/Orders'],
    ['using Shop.Core;', 'folder:src/Shop.Core'],
    ['global using static Shop.Core.Orders.Order;', 'file:src/Shop.Core/Orders/Order.cs'],
    ['using O = Shop.Core.Orders.Order;', 'file:src/Shop.Core/Orders/Order.cs'],
    ['using Newtonsoft.Json;', 'package:Newtonsoft/Json'],
    ['class A { void F() { using var f = Open(); using (g) { } } }', ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'src/Shop.Web/A.cs': text }, 'src/Shop.Web/A.cs')).toBe(expected);
  });
  it('project references', () => {
    expect(edges(files, 'src/Shop.Web/Shop.Web.csproj')).toBe('file:src/Shop.Core/Shop.Core.csproj');
  });
});

describe('requires of Ruby', () => {
  const files: Files = { 'lib/shop/pool.rb': '', 'lib/shop.rb': '', 'app/models/order.rb': '' };
  const rows: readonly Row[] = [
    ["require 'json'", 'builtin:json'],
    ["require 'rails'", 'package:rails'],
    ["require 'shop/pool'", 'file:lib/shop/pool.rb'],
    ["require_relative 'pool'", 'file:lib/shop/pool.rb'],
    ["require_relative '../shop'", 'file:lib/shop.rb'],
    ['require "order"', 'file:app/models/order.rb'],
    ["# require 'json'\nputs \"require 'json'\"", ''],
    ['require "shop/#{name}"', ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'lib/shop/a.rb': text }, 'lib/shop/a.rb')).toBe(expected);
  });
});

describe('uses of PHP', () => {
  const files: Files = {
    'composer.json': '{"autoload": {"psr-4": {"App\\\\": "src/", "App\\\\Legacy\\\\": "old/"}}}',
    'src/Models/User.php': '',
    'old/Thing.php': '',
    'src/helper.php': '',
  };
  const rows: readonly Row[] = [
    ['use App\\Models\\User;', 'file:src/Models/User.php'],
    ['use App\\Legacy\\Thing as T;', 'file:old/Thing.php'],
    ['use App\\Models\\{User, Order as O};', 'file:src/Models/User.php missing:src/Models/Order'],
    ['use Illuminate\\Support\\Str;', 'package:Illuminate/Support/Str'],
    ['use function App\\Models\\make;', 'folder:src/Models'],
    ["require __DIR__ . '/helper.php';", 'file:src/helper.php'],
    ['class A { \n    use SoftDeletes;\n}', ''],
    ['$f = function () use ($x) { };', ''],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(edges({ ...files, 'src/a.php': `<?php\n\n${text}\n` }, 'src/a.php')).toBe(expected);
  });
});
