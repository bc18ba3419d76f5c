// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <syntax/filefacts.h>

#include <QStringList>

namespace Decayscope {

/// The facts of a file, one a line, for tests to compare: imports, exports, assignments, calls, classes, functions,
/// texts, each as "kind line: …", in this order; then what was damaged or cut. `kinds` are the kinds wanted, such as
/// u"import call"; all where it is empty.
///
///     import 3: from a.b {c, d as e} type-only
///     import 3: import a.b {* as c}            also: dynamic, re-export
///     export 1: name = local
///     assign 4: app.config.URI = "x" in Class.function if [if a | else of b]
///     call 5: sqlite3.connect("x") on f new -> db decorates g in Class.function
///     class 6: A(Base) @deco methods [m] fields [x]
///     def 7: f(a: int, b) @deco
///     text 8: "x"
[[nodiscard]] QStringList factLines(const FileFacts &facts, QStringView kinds = {});

} // namespace Decayscope
