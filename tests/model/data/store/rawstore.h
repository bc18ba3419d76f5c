// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Decayscope::Test {

/// Runs SQL on a file past the store, to damage it or to look into it: the rows of the answer, columns joined by "|".
QStringList raw(const QString &path, const QString &sql);

} // namespace Decayscope::Test
