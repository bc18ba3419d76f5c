// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QTableView;

namespace Decayscope {

/// The selected cells as tab-separated lines with the column titles above, as a spreadsheet takes them.
[[nodiscard]] QString selectionText(const QTableView &view);

} // namespace Decayscope
