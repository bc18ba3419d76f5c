// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Decayscope {

/// Names that tell of a model or scaffold whichever study they stand in: makers, families of models, scaffolds, ways to
/// models, and the words with which scaffolds have a run handed in.
[[nodiscard]] const QStringList &commonIdentityNames();

/// The names a study's own name stands for: itself and what stands between its slashes, as in "maker/model:free".
[[nodiscard]] QStringList namesWithin(const QString &name);

} // namespace Decayscope
