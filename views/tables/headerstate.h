// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QHeaderView;

namespace Decayscope {

/// Widths, order, visibility and sorting of a header as bytes for the settings, and back. Bytes of a header with other
/// columns are refused.
[[nodiscard]] QByteArray headerState(const QHeaderView &header);
bool restoreHeaderState(QHeaderView &header, const QByteArray &state);

} // namespace Decayscope
