// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Decayscope {

/// The patch that evaluations keep beside a trajectory: in `<name>.pred` of the same folder, or in `preds.json` there
/// or one folder up. Empty where there is none of this instance, or `file` is empty.
[[nodiscard]] QByteArray predictedPatch(const QString &file, const QString &instance);

} // namespace Decayscope
