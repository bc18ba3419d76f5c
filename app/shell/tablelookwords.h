// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablelook.h>

#include <QStringList>

namespace Decayscope {

/// A look as the settings keep it: what differs from the default, such as {"plusminus", "bold"}. Caption and label
/// belong to one export and are not kept.
[[nodiscard]] QStringList lookWords(const TableLook &look);
[[nodiscard]] TableLook lookFromWords(const QStringList &words); ///< Unknown words are ignored.

} // namespace Decayscope
